package dev.kompox.kubernetes.copy;

/** Where a copy comes from or goes to. */
interface Side {

    /** Tell whether a path leads to a directory. */
    boolean directory(String path);

    /** Tell whether a path leads to something. */
    boolean exists(String path);

    /** Tell whether a path is a link, whatever it leads to. */
    boolean link(String path);

    /** Return what a link leads to, whether or not it is there. */
    String resolve(String path);

    /** Tell what a path names; a link is one unless the path says that it is a directory. */
    default Kind kind(CopyPath path) {
        if (!path.directory() && link(path.path())) {
            return Kind.LINK;
        }
        if (directory(path.path())) {
            return Kind.DIRECTORY;
        }
        return exists(path.path()) ? Kind.FILE : Kind.NOTHING;
    }
}
