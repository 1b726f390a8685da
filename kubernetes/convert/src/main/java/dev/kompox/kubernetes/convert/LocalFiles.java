package dev.kompox.kubernetes.convert;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a project takes from the machine that it is loaded on: files, and variables. */
public interface LocalFiles {

    /** What there is under a path. */
    sealed interface Found {}

    /** A file. */
    final class Content implements Found {

        private final byte[] bytes;

        /** Hold a file's bytes. */
        public Content(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /**
     * A directory of nothing but files.
     *
     * @param files their bytes by name
     */
    record Flat(SortedMap<String, byte[]> files) implements Found {
        /** Copies the map. */
        public Flat {
            files = new TreeMap<>(files);
        }
    }

    /**
     * Something else.
     *
     * @param what what it is, for people, e.g. {@code "a directory with directories in it"}
     */
    record Other(String what) implements Found {}

    /** Look at a path; what is larger than a cluster keeps in one object is {@link Other}. */
    Found look(String path);

    /** Return a variable's value, or null if it is not set. */
    @Nullable String variable(String name);
}
