package dev.kompox.transfer.move;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Hand bytes from one thread to another through a bounded buffer: whoever writes faster than the
 * other reads, waits. Closing the reading end makes writing fail, as with any pipe.
 */
final class Pipe {

    private static final int CAPACITY = 1 << 20;

    private final byte[] buffer = new byte[CAPACITY];
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int begin;
    private int held;
    private long passed;
    private boolean writerGone;
    private boolean readerGone;

    /** Return the end to write to. */
    OutputStream sink() {
        return new Sink();
    }

    /** Return the end to read from. */
    InputStream source() {
        return new Source();
    }

    /** Return how many bytes were written so far. */
    long passed() {
        lock.lock();
        try {
            return passed;
        } finally {
            lock.unlock();
        }
    }

    private void awaitUntil(BooleanSupplier ready) throws IOException {
        try {
            while (!ready.getAsBoolean()) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while bytes were relayed");
        }
    }

    private int put(byte[] from, int offset, int length) throws IOException {
        lock.lock();
        try {
            awaitUntil(() -> held < CAPACITY || readerGone);
            if (readerGone) {
                throw new IOException("the other end has gone");
            }
            int end = (begin + held) % CAPACITY;
            int space = end < begin ? begin - end : CAPACITY - end;
            int part = Math.min(length, Math.min(space, CAPACITY - held));
            System.arraycopy(from, offset, buffer, end, part);
            held += part;
            passed += part;
            changed.signalAll();
            return part;
        } finally {
            lock.unlock();
        }
    }

    private int take(byte[] to, int offset, int length) throws IOException {
        lock.lock();
        try {
            awaitUntil(() -> held > 0 || writerGone);
            if (held == 0) {
                return -1;
            }
            int part = Math.min(length, Math.min(held, CAPACITY - begin));
            System.arraycopy(buffer, begin, to, offset, part);
            begin = (begin + part) % CAPACITY;
            held -= part;
            changed.signalAll();
            return part;
        } finally {
            lock.unlock();
        }
    }

    private void leave(boolean writer) {
        lock.lock();
        try {
            writerGone |= writer;
            readerGone |= !writer;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private final class Sink extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            for (int done = 0; done < length; ) {
                done += put(from, offset + done, length - done);
            }
        }

        @Override
        public void close() {
            leave(true);
        }
    }

    private final class Source extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            return length == 0 ? 0 : take(to, offset, length);
        }

        @Override
        public void close() {
            leave(false);
        }
    }
}
