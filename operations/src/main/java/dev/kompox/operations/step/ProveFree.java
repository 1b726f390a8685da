package dev.kompox.operations.step;

import dev.kompox.driver.attachment.Detachment;
import dev.kompox.driver.attachment.Evidence;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
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
        Detachment proof = place.attachments().ensureDetached(place.disk(context), context.call());
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
