package dev.kompox.kubernetes.convert;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a project takes from the machine that it is loaded on: files, and variables. */
public interface LocalFiles {

    /**
     * How many bytes a cluster keeps in one object
     * (https://kubernetes.io/docs/concepts/configuration/configmap/).
     */
    int LARGEST = 1_000_000;

    /** How many files of a directory are looked at. */
    int MOST_FILES = 1000;

    /** What there is under a path. */
    sealed interface Found {}

    /** A file. */
    final class Content implements Found {

        private final byte[] bytes;
        private final boolean executable;

        /** Hold a file's bytes, and whether it may be run. */
        public Content(byte[] bytes, boolean executable) {
            this.bytes = bytes.clone();
            this.executable = executable;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        boolean executable() {
            return executable;
        }
    }

    /**
     * A directory of files, and of directories of files.
     *
     * @param files their bytes by path below it, parted by {@code /}
     * @param executable whether one of them may be run
     * @param hollow whether there are directories in it without any file
     */
    record Tree(SortedMap<String, byte[]> files, boolean executable, boolean hollow)
            implements Found {
        /** Copies the map. */
        public Tree {
            files = new TreeMap<>(files);
        }
    }

    /**
     * Something else.
     *
     * @param what what it is, for people, e.g. {@code "a directory with a socket in it"}
     */
    record Other(String what) implements Found {}

    /**
     * Something that is there, or may be, and cannot be read.
     *
     * @param file which
     * @param why why not, for people
     */
    record Unreadable(String file, String why) implements Found {}

    /** Look at a path; what is larger than a cluster keeps in one object is {@link Other}. */
    Found look(String path);

    /** Tell whether there is anything in a directory; of one that cannot be read, there may be. */
    boolean filled(String directory);

    /** Return a variable's value, or null if it is not set. */
    @Nullable String variable(String name);
}
