package dev.kompox.compose;

import dev.kompox.compose.load.Loading;

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
    public static LoadedProject load(LoadRequest request) {
        return new Loading(request).load();
    }
}
