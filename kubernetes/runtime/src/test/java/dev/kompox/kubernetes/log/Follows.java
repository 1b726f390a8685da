package dev.kompox.kubernetes.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.kit.Wait;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Follows logs on a thread of its own, for tests that look on. */
final class Follows implements AutoCloseable {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicReference<Throwable> failed = new AtomicReference<>();
    private final Thread thread;

    Follows(ClusterConnection cluster, LogRequest request) {
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .uncaughtExceptionHandler((_, e) -> failed.set(e))
                        .start(() -> new PodLogs(cluster).show(request, out));
    }

    List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    void until(String line, Duration limit) {
        Wait.until(line, limit, () -> lines().contains(line) || !thread.isAlive());
        assertThat(failed.get()).isNull();
        assertThat(lines()).contains(line);
    }

    @Override
    public void close() {
        thread.interrupt();
        Wait.until("following ends", Duration.ofSeconds(10), () -> !thread.isAlive());
        assertThat(failed.get()).isNull();
    }
}
