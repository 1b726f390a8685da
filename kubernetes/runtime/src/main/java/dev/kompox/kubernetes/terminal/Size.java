package dev.kompox.kubernetes.terminal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large a terminal is, in characters. */
record Size(int columns, int rows) {

    private static final Pattern SAID = Pattern.compile("(\\d{1,5}) (\\d{1,5})");

    /** Read what {@code stty size} says; nothing of a terminal that does not know its size. */
    static Optional<Size> of(String said) {
        Matcher matcher = SAID.matcher(said.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Size size =
                new Size(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1)));
        return size.columns > 0 && size.rows > 0 ? Optional.of(size) : Optional.empty();
    }
}
