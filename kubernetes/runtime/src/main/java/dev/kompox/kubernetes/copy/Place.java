package dev.kompox.kubernetes.copy;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;

/**
 * Where exactly a copy goes, by the rules of {@code docker cp}.
 *
 * @param path the path of the copy itself
 * @param there whether something is there
 * @param poured whether only what is in the source goes into it, which otherwise stays as it is
 */
record Place(String path, boolean there, boolean poured) {

    /**
     * Decide.
     *
     * @param side where the copy goes to
     * @param to the path that was named
     * @param from the source
     * @param kind what the source is
     * @throws DriverException {@code Invalid} if it cannot go there
     */
    static Place of(Side side, CopyPath to, CopyPath from, Kind kind) {
        if (side.directory(to.path())) {
            if (kind == Kind.DIRECTORY && from.contents()) {
                return new Place(to.path(), true, true);
            }
            return within(side, CopyPath.join(to.path(), from.name()), kind);
        }
        boolean there = side.exists(to.path());
        if (there && (kind == Kind.DIRECTORY || to.directory())) {
            throw wrong(to.path() + " is no directory");
        }
        if (to.directory() && kind != Kind.DIRECTORY) {
            throw wrong("there is no directory " + to.path());
        }
        String path = side.link(to.path()) ? side.resolve(to.path()) : to.path();
        if (!side.directory(CopyPath.parent(path))) {
            throw wrong("there is no directory " + CopyPath.parent(path));
        }
        return new Place(path, there, false);
    }

    private static Place within(Side side, String path, Kind kind) {
        boolean directory = side.directory(path);
        boolean there = directory || side.exists(path);
        if (there && directory != (kind == Kind.DIRECTORY)) {
            throw wrong(
                    directory
                            ? path + " is a directory and not replaced by a file"
                            : path + " is no directory and not replaced by one");
        }
        return new Place(path, there, false);
    }

    private static DriverException wrong(String sentence) {
        return new DriverException(
                new Category.Invalid(), sentence, "Name another place to copy to");
    }
}
