package dev.kompox.driver.docker.storage;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.failure.DriverException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A running watchdog; it acts when it hears nothing from this process any more, and goes quietly
 * when closed.
 */
public final class Watchdog implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String READY = "watching";

    private final Engine engine;
    private final Helpers.Attached attached;
    private final Heartbeat heartbeat;
    private final CountDownLatch heard = new CountDownLatch(1);
    private volatile boolean ready;

    Watchdog(Engine engine, Helpers.Attached attached) {
        this.engine = engine;
        this.attached = attached;
        this.heartbeat = new Heartbeat(attached.streams().input());
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        OutputStream out =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        said.write(b);
                        if (b == '\n') {
                            ready |= said.toString(StandardCharsets.UTF_8).startsWith(READY);
                            heard.countDown();
                        }
                    }
                };
        try {
            attached.streams().copyTo(out, OutputStream.nullOutputStream());
        } catch (IOException e) {
            // it has ended
        } finally {
            heard.countDown();
        }
    }

    /** Wait until it says that it can act, and tell whether it did. */
    public boolean ready(Call call) {
        Duration left = call.remaining().compareTo(LONGEST) < 0 ? call.remaining() : LONGEST;
        try {
            return heard.await(left.toMillis(), TimeUnit.MILLISECONDS) && ready;
        } catch (InterruptedException e) {
            throw DriverException.interrupted("waiting for the watchdog", e);
        }
    }

    /** Tell whether it is still there, which means that it has not acted. */
    public boolean watching() {
        return engine.container(attached.id())
                .map(json -> json.get("State").get("Running").flag())
                .orElse(false);
    }

    /** Stop speaking to it, so that it acts. */
    public void abandon() {
        heartbeat.stop();
        attached.streams().close();
    }

    /** Send it away. */
    @Override
    public void close() {
        heartbeat.close();
        attached.streams().close();
        try {
            engine.removeContainer(attached.id());
        } catch (DriverException e) {
            // it removes itself
        }
    }
}
