package dev.kompox.cli.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Ask a person a question, where there is one to ask. */
public final class Prompt {

    private final Terminal terminal;

    /** Ask at a terminal. */
    public Prompt(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Ask whether to go on; only {@code y} or {@code yes} means yes, and an empty line where yes is
     * the default.
     *
     * @param question the question without its choices
     * @param yesByDefault what an empty line means
     * @return the answer; false at the end of input
     */
    public boolean confirm(String question, boolean yesByDefault) {
        terminal.err().print(question + (yesByDefault ? " [Y/n] " : " [y/N] "));
        terminal.err().flush();
        String line = line();
        if (line == null) {
            terminal.err().println();
            return false;
        }
        String answer = line.strip().toLowerCase(Locale.ROOT);
        return answer.isEmpty() ? yesByDefault : answer.equals("y") || answer.equals("yes");
    }

    private @org.jspecify.annotations.Nullable String line() {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try {
            for (int b = terminal.in().read(); b != '\n'; b = terminal.in().read()) {
                if (b < 0) {
                    return bytes.size() == 0 ? null : bytes.toString(StandardCharsets.UTF_8);
                }
                bytes.write(b);
            }
        } catch (IOException e) {
            return null;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
