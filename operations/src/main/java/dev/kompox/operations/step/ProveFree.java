package dev.kompox.operations.step;

import dev.kompox.driver.attachment.Detachment;
import dev.kompox.driver.attachment.Evidence;
import dev.kompox.driver.call.Call;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prove that nobody can write to a disk, and keep the evidence. Changes nothing.
 *
 * <p>Arguments: {@code volume}, {@code disk}. Result: {@code evidence}.
 */
public final class ProveFree implements StepType {

    /** The name of this type. */
    public static final String NAME = "disk.prove-free";

    /** The app is stopped meanwhile, and whoever writes is unlikely to go away by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Place place;

    /** Work at a place. */
    public ProveFree(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        Call call = context.call();
        Instant soon = call.time().now().plus(PATIENCE);
        Instant deadline = soon.isBefore(call.deadline()) ? soon : call.deadline();
        Detachment proof =
                place.attachments()
                        .ensureDetached(
                                place.disk(context),
                                new Call(call.token(), deadline, call.time(), call.progress()));
        List<String> evidence = new ArrayList<>();
        for (Evidence one : proof.evidence()) {
            evidence.add(one.at() + " " + one.asked() + ": " + one.said());
        }
        return Fields.of("evidence", evidence);
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        // an old proof proves nothing now
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {}
}
