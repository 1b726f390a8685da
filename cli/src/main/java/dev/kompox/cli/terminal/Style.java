package dev.kompox.cli.terminal;

/** Colour words, or leave them alone. */
public final class Style {

    private final boolean on;

    private Style(boolean on) {
        this.on = on;
    }

    /**
     * Choose for one stream: colours only on a terminal that knows them, and never against {@code
     * NO_COLOR} (no-color.org) or {@code --no-color}.
     */
    public static Style of(Terminal terminal, boolean isTerminal, boolean wanted) {
        boolean refused =
                !terminal.variable("NO_COLOR").isEmpty()
                        || terminal.variable("TERM").equals("dumb");
        return new Style(isTerminal && wanted && !refused);
    }

    /** Tell whether colours are used. */
    public boolean on() {
        return on;
    }

    /** Make what matters stand out. */
    public String bold(String text) {
        return paint("1", text);
    }

    /** Put what matters less into the background. */
    public String dim(String text) {
        return paint("2", text);
    }

    /** Mark what is well. */
    public String good(String text) {
        return paint("32", text);
    }

    /** Mark what needs attention. */
    public String warn(String text) {
        return paint("33", text);
    }

    /** Mark what failed. */
    public String bad(String text) {
        return paint("31", text);
    }

    private String paint(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
