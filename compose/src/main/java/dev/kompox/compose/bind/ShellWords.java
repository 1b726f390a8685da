package dev.kompox.compose.bind;

import java.util.ArrayList;
import java.util.List;

/** Split a command into words as a shell does, without expanding anything. */
public final class ShellWords {

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private boolean single;
    private boolean twice;
    private boolean ticked;
    private boolean command;

    private ShellWords(String line) {
        this.line = line;
    }

    /**
     * Split a line.
     *
     * @throws IllegalArgumentException when a quote or the like is not closed, or the line ends in
     *     a backslash
     */
    public static List<String> split(String line) {
        return new ShellWords(line).split();
    }

    private List<String> split() {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && !single) {
                if (++i == line.length()) {
                    throw new IllegalArgumentException("ends in a backslash");
                }
                append(line.charAt(i));
            } else if (isOperator(c) && !inside()) {
                // the splitter behind docker compose stops at the first shell operator
                if (c == '>' && isDescriptor()) {
                    word.setLength(0);
                    begun = false;
                }
                break;
            } else if (isSpace(c) && !inside()) {
                end();
            } else {
                one(c);
            }
        }
        if (inside()) {
            throw new IllegalArgumentException(
                    "has a quote, a backtick or a bracket that is not closed");
        }
        end();
        return List.copyOf(words);
    }

    private void one(char c) {
        if (c == '"' && !single && !command) {
            twice = !twice;
            begun = true;
        } else if (c == '\'' && !twice && !command) {
            single = !single;
            begun = true;
        } else {
            if (c == '`' && !single && !twice && !command) {
                ticked = !ticked;
            } else if ((c == '(' || c == ')') && !single && !twice && !ticked) {
                bracket(c);
            }
            append(c);
        }
    }

    /** Nothing is run: what {@code $(…)} encloses is one word, and other brackets are refused. */
    private void bracket(char c) {
        boolean opens = c == '(';
        if (opens && (command || !word.toString().endsWith("$"))) {
            throw new IllegalArgumentException("has a bracket outside quotes");
        }
        command = !command;
    }

    private boolean inside() {
        return single || twice || ticked || command;
    }

    private static boolean isOperator(char c) {
        return c == ';' || c == '&' || c == '|' || c == '<' || c == '>';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private boolean isDescriptor() {
        return word.length() > 0 && word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }

    private void append(char c) {
        word.append(c);
        begun = true;
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
            begun = false;
        }
    }
}
