package dev.kompox.operations.engine;

/**
 * Name a step within a plan, for people and for journals: {@code disk.create db}.
 *
 * @param value the name, stable for the same plan
 */
public record StepId(String value) implements Comparable<StepId> {

    /** Refuses a blank name. */
    public StepId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a step has a name");
        }
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
