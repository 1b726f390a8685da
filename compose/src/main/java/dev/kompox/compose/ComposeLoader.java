package dev.kompox.compose;

/**
 * Load a Compose project exactly as {@code docker compose} does.
 *
 * <p>Source: the Compose Specification and the observed behaviour of docker compose 2.40.
 */
public final class ComposeLoader {

    private ComposeLoader() {}

    /**
     * Read, merge and check the files of a request.
     *
     * @return the project, and warnings
     * @throws ComposeException when anything is wrong, with all problems found; nothing has been
     *     changed
     */
    @SuppressWarnings("DoNotCallSuggester")
    public static LoadedProject load(LoadRequest request) {
        throw new UnsupportedOperationException("not built yet: " + request);
    }
}
