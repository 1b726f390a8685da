package dev.kompox.compose.bind;

import java.util.ArrayList;
import java.util.List;

/** Split a command into words as a shell does, without expanding anything. */
public final class ShellWords {

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;

    private ShellWords(String line) {
        this.line = line;
    }

    /**
     * Split a line.
     *
     * @throws IllegalArgumentException when a quote is not closed or the line ends in a backslash
     */
    public static List<String> split(String line) {
        return new ShellWords(line).split();
    }

    private List<String> split() {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote != '\'') {
                if (++i == line.length()) {
                    throw new IllegalArgumentException("ends in a backslash");
                }
                append(line.charAt(i));
            } else if (quote != 0) {
                quote = inQuotes(c, quote);
            } else if (c == '"' || c == '\'') {
                quote = c;
                begun = true;
            } else if (c == ';' || c == '&' || c == '|' || c == '<' || c == '>') {
                // the splitter behind docker compose stops at the first shell operator
                if (c == '>' && isDescriptor()) {
                    word.setLength(0);
                    begun = false;
                }
                break;
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                end();
            } else {
                append(c);
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("has a quote that is not closed");
        }
        end();
        return List.copyOf(words);
    }

    private char inQuotes(char c, char quote) {
        if (c == quote) {
            return 0;
        }
        append(c);
        return quote;
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
