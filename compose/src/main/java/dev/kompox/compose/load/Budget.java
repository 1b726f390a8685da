package dev.kompox.compose.load;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import dev.kompox.compose.yaml.Limits;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;

/** Bound what {@code extends} and {@code include} may make of a few small files. */
final class Budget {

    private final long most;
    private long nodes;

    private Budget(long most) {
        this.most = most;
    }

    /** Allow a whole model as many nodes as one source may have. */
    static Budget ofModel() {
        return new Budget(Limits.DEFAULT.nodes());
    }

    /** Allow for the services in between that nothing but other services uses. */
    static Budget ofExtending() {
        return new Budget(4L * Limits.DEFAULT.nodes());
    }

    /**
     * Take a value and all below it into account; throws a ComposeException when it is too much.
     */
    void spend(Node node) {
        if (++nodes > most) {
            throw new ComposeException(
                    Problem.error(
                                    "too-many-nodes",
                                    "more than "
                                            + most
                                            + " nodes once extends and include are followed",
                                    node.location(),
                                    "")
                            .withRemedy("Extend fewer services, or smaller ones."));
        }
        switch (node) {
            case ScalarNode scalar -> {}
            case SequenceNode list -> list.items().forEach(this::spend);
            case MappingNode mapping ->
                    mapping.entries().values().forEach(entry -> spend(entry.value()));
        }
    }
}
