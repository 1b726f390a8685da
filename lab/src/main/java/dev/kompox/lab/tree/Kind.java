package dev.kompox.lab.tree;

/** Say what an entry of a tree is. */
public enum Kind {
    /** A regular file. */
    FILE('f', '0'),
    /** A directory. */
    DIRECTORY('d', '5'),
    /** A symbolic link. */
    LINK('l', '2'),
    /** A character device. */
    CHARACTER('c', '3'),
    /** A block device. */
    BLOCK('b', '4'),
    /** A named pipe. */
    PIPE('p', '6'),
    /** A socket, which no archive can hold. */
    SOCKET('s', ' ');

    private final char letter;
    private final char flag;

    Kind(char letter, char flag) {
        this.letter = letter;
        this.flag = flag;
    }

    /** Return the letter of {@code find -printf %y} (findutils manual, "Type"). */
    char letter() {
        return letter;
    }

    /** Return the type flag of a ustar header (POSIX.1-2024, pax, "ustar Interchange Format"). */
    char flag() {
        return flag;
    }
}
