package dev.kompox.cli.cluster;

import dev.kompox.cli.command.Invocation;
import dev.kompox.driver.call.Progress;
import dev.kompox.driver.disk.ByteSize;
import java.time.Duration;
import java.time.Instant;

/** Tells every few seconds how much has been sent. */
final class LoadProgress implements Progress {

    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Invocation call;
    private Instant next = Instant.now().plus(EVERY);

    LoadProgress(Invocation call) {
        this.call = call;
    }

    @Override
    public synchronized void bytes(long done, long total) {
        Instant now = Instant.now();
        if (now.isAfter(next)) {
            next = now.plus(EVERY);
            note(new ByteSize(done) + " sent");
        }
    }

    @Override
    public void note(String sentence) {
        call.tell("  " + sentence);
    }

    @Override
    public void warning(String sentence) {
        call.tell("warning: " + sentence);
    }
}
