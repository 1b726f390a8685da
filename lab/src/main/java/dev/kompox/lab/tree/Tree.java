package dev.kompox.lab.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Hold a file tree: what is mounted where a disk is used.
 *
 * <p>Paths are relative, without leading or trailing slash; the root is the empty path. Entries
 * come in the order of their paths' bytes. A path whose parents are absent makes them.
 */
public final class Tree {

    private final TreeMap<String, Entry> entries =
            new TreeMap<>((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));
    private final Map<String, Integer> inodes = new HashMap<>();
    private int nextInode;

    /** Make a tree with nothing but its root. */
    public Tree() {
        put("", Entry.directory());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Put something in the place of whatever is there. */
    public synchronized Tree put(String path, Entry entry) {
        prepare(path, entry.kind());
        entries.put(path, entry);
        inodes.put(path, nextInode++);
        return this;
    }

    /** Write a file; if it has other names as well, they all see it. */
    public synchronized Tree write(String path, String text) {
        Entry there = entries.get(path);
        if (there == null || there.kind() != Kind.FILE) {
            return put(path, Entry.file(Content.of(text)));
        }
        Entry written = there.with(Content.of(text));
        Integer inode = inodes.get(path);
        entries.replaceAll((other, entry) ->
                inode != null && inode.equals(inodes.get(other)) ? written : entry);
        return this;
    }

    /** Give a file that is there one more name. */
    public synchronized Tree link(String from, String path) {
        Entry entry = find(from).orElseThrow(() -> absent(from));
        prepare(path, entry.kind());
        entries.put(path, entry);
        inodes.put(path, inode(from));
        return this;
    }

    /** Remove something with all below it; the root cannot go, only what it holds. */
    public synchronized Tree remove(String path) {
        List<String> going =
                entries.keySet().stream()
                        .filter(one -> !one.isEmpty() && (one.equals(path) || below(one, path)))
                        .toList();
        going.forEach(entries::remove);
        going.forEach(inodes::remove);
        return this;
    }

    /** Become equal to another tree, which stays as it is. */
    public synchronized Tree become(Tree other) {
        Tree image = other.copy();
        entries.clear();
        inodes.clear();
        entries.putAll(image.entries);
        inodes.putAll(image.inodes);
        nextInode = image.nextInode;
        return this;
    }

    /** Return a tree of its own that is equal to this one. */
    public synchronized Tree copy() {
        Tree image = new Tree();
        image.entries.putAll(entries);
        image.inodes.putAll(inodes);
        image.nextInode = nextInode;
        return image;
    }

    /** Find what is at a path. */
    public synchronized Optional<Entry> find(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /** Read a file as text. */
    public String read(String path) {
        return find(path).orElseThrow(() -> absent(path)).content().text();
    }

    /** Return all paths, the root's empty one first. */
    public synchronized List<String> paths() {
        return List.copyOf(entries.keySet());
    }

    /** Tell whether there is nothing below the root. */
    public synchronized boolean isEmpty() {
        return entries.size() == 1;
    }

    /** Return how many bytes its files hold, counting each once whatever names it has. */
    public synchronized long bytes() {
        Map<Integer, Integer> sizes = new HashMap<>();
        entries.forEach((path, entry) -> sizes.put(inode(path), entry.content().size()));
        return sizes.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** Return the first path under which the same file is found. */
    synchronized String firstName(String path) {
        int inode = inode(path);
        return entries.keySet().stream()
                .filter(other -> inode(other) == inode)
                .findFirst()
                .orElse(path);
    }

    private int inode(String path) {
        Integer inode = inodes.get(path);
        if (inode == null) {
            throw absent(path);
        }
        return inode;
    }

    private void prepare(String path, Kind kind) {
        if (path.startsWith("/") || path.endsWith("/") || path.contains("//")) {
            throw new IllegalArgumentException("not a path in a tree: " + path);
        }
        if (path.isEmpty()) {
            return;
        }
        String parent = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        Entry above = entries.get(parent);
        if (above == null) {
            put(parent, Entry.directory());
        } else if (above.kind() != Kind.DIRECTORY) {
            throw new IllegalArgumentException(parent + " is no directory");
        }
        if (kind != Kind.DIRECTORY) {
            remove(path);
        }
    }

    private static boolean below(String path, String parent) {
        return parent.isEmpty() || path.startsWith(parent + "/");
    }

    private static IllegalArgumentException absent(String path) {
        return new IllegalArgumentException("there is no " + path);
    }

    /** Return each path with its text, for people: {@code {a=1, b/c=2}}. */
    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder("{");
        entries.forEach((path, entry) -> {
            if (entry.kind() != Kind.DIRECTORY) {
                text.append(text.length() > 1 ? ", " : "").append(path).append('=');
                text.append(entry.kind() == Kind.FILE ? entry.content().text() : entry.target());
            }
        });
        return text.append('}').toString();
    }
}
