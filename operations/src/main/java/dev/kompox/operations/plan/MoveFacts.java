package dev.kompox.operations.plan;

import dev.kompox.operations.engine.Facts;
import dev.kompox.operations.step.Journey;

/** Tell the facts that moves assume: those of an app at the source, and at the {@code target}. */
public final class MoveFacts implements Facts {

    /** What facts of the target begin with. */
    static final String TARGET = "target: ";

    private final AppFacts source;
    private final AppFacts target;

    /** Read facts at both places. */
    public MoveFacts(Journey journey) {
        this.source = new AppFacts(journey.source());
        this.target = new AppFacts(journey.target());
    }

    @Override
    public String read(String fact) {
        return fact.startsWith(TARGET)
                ? target.read(fact.substring(TARGET.length()))
                : source.read(fact);
    }
}
