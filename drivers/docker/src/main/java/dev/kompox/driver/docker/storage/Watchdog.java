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
    private static final Duration THAWING = Duration.ofMinutes(3);

    private final Engine engine;
    private final Helpers.Attached attached;
    private final Heartbeat heartbeat;
    private final CountDownLatch watching = new CountDownLatch(1);
    private final CountDownLatch thawed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    Watchdog(Engine engine, Helpers.Attached attached) {
        this.engine = engine;
        this.attached = attached;
        this.heartbeat = new Heartbeat(attached.streams().input());
        Thread.ofPlatform().daemon().start(this::listen);
    }

    private void listen() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        OutputStream out =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        if (b == '\n') {
                            heard(line.toString(StandardCharsets.UTF_8));
                            line.reset();
                        } else {
                            line.write(b);
                        }
                    }
                };
        try {
            attached.streams().copyTo(out, OutputStream.nullOutputStream());
        } catch (IOException e) {
            // it has ended
        } finally {
            ended.countDown();
            watching.countDown();
            thawed.countDown();
        }
    }

    private void heard(String word) {
        switch (word) {
            case "watching" -> watching.countDown();
            case "thawed" -> thawed.countDown();
            default -> {}
        }
    }

    /** Wait until it says that it can act, and tell whether it did. */
    public boolean ready(Call call) {
        Duration left = call.remaining().compareTo(LONGEST) < 0 ? call.remaining() : LONGEST;
        return await(watching, left) && ended.getCount() > 0;
    }

    /**
     * Have it thaw now, which it can even where the engine does not answer; returns when it has, or
     * could not.
     */
    public void thaw() {
        heartbeat.say("thaw");
        await(thawed, THAWING);
    }

    private static boolean await(CountDownLatch latch, Duration limit) {
        try {
            return latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
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
