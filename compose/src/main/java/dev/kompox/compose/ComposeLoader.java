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

    /**
     * Read and merge the files of a request, as far as {@code docker compose config
     * --no-interpolate} does: profiles, types and references are not looked at.
     *
     * @return the model, and warnings
     * @throws ComposeException as {@link #load}
     */
    public static LoadedModel model(LoadRequest request) {
        return new Loading(request).model();
    }
}
