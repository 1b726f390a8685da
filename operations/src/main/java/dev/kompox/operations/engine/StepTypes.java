package dev.kompox.operations.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Find the code for the types of steps that plans name. */
public final class StepTypes {

    private final Map<String, StepType> byName = new LinkedHashMap<>();

    /** Know these types; refuses two of one name. */
    public StepTypes(List<StepType> types) {
        for (StepType type : types) {
            if (byName.put(type.name(), type) != null) {
                throw new IllegalArgumentException("two step types are called " + type.name());
            }
        }
    }

    /**
     * Find a type.
     *
     * @throws Refusal if this version does not know it, as when a newer one wrote the plan
     */
    StepType of(PlannedStep step) {
        StepType type = byName.get(step.type());
        if (type == null) {
            throw new Refusal(
                    "step "
                            + step.id()
                            + " is of type \""
                            + step.type()
                            + "\", which this version does not know",
                    "Use the version of Kompox that began the operation: kompox operation list");
        }
        return type;
    }

    /**
     * Refuse a plan with a step of a type that this version does not know, before anything is done.
     */
    void expectKnown(Plan plan) {
        plan.steps().forEach(this::of);
    }
}
