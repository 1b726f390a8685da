package dev.kompox.compose;

import java.util.List;

/**
 * Refuse an input, with everything that is wrong with it.
 *
 * <p>Nothing has been changed when it is thrown.
 */
public final class ComposeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Refuse because of one or more problems.
     *
     * @param problems at least one; kept in order of position
     */
    public ComposeException(List<Problem> problems) {
        super(describe(problems));
        this.problems = Problem.sorted(problems);
    }

    /** Refuse because of one problem. */
    public ComposeException(Problem problem) {
        this(List.of(problem));
    }

    /** Give the problems, ordered by file, line and column. */
    public List<Problem> problems() {
        return problems;
    }

    private static String describe(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an exception needs at least one problem");
        }
        StringBuilder text = new StringBuilder();
        for (Problem problem : Problem.sorted(problems)) {
            text.append(text.isEmpty() ? "" : "\n").append(problem.render());
        }
        return text.toString();
    }
}
