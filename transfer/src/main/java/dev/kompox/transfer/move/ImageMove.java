package dev.kompox.transfer.move;

import dev.kompox.driver.Images;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Fanout;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Move images from one place to another through this machine, exactly as they are. */
public final class ImageMove {

    private ImageMove() {}

    /**
     * Move images.
     *
     * @return the bytes moved
     */
    public static long move(Images from, Images to, List<String> names, Call call) {
        Pipe pipe = new Pipe();
        Fanout.all(
                List.of(
                        () -> {
                            try (OutputStream out = pipe.sink()) {
                                from.save(names, out, call);
                            }
                            return true;
                        },
                        () -> {
                            load(to, pipe, call);
                            return true;
                        }));
        return pipe.passed();
    }

    private static void load(Images to, Pipe pipe, Call call) throws IOException {
        InputStream counted = pipe.source();
        try (InputStream in =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        return counted.read();
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        int read = counted.read(into, offset, length);
                        call.progress().bytes(pipe.passed(), -1);
                        return read;
                    }

                    @Override
                    public void close() throws IOException {
                        counted.close();
                    }
                }) {
            to.load(in, call);
        }
    }
}
