package dev.kompox.compose.variables;

import java.util.function.Consumer;

/**
 * Fill variables into a text: {@code $V}, {@code ${V}}, the operators {@code :- - :? ? :+ +} with
 * nesting, and {@code $$} for a dollar sign (Compose Specification, "Interpolation").
 *
 * <p>Values are not looked at again for variables. All texts filled in by one template together are
 * at most 8 Mi characters long: a short text may name a long value often.
 */
public final class Template {

    static final String TOO_LONG = "the values filled in are too long";

    private static final int DEEPEST = 100;
    private static final int MOST = 8 * 1024 * 1024;

    private final Variables variables;
    private final Consumer<String> unset;
    private int depth;
    private long produced;

    /**
     * Fill in from these variables.
     *
     * @param variables the values
     * @param unset told each variable that has neither value nor default
     */
    public Template(Variables variables, Consumer<String> unset) {
        this.variables = variables;
        this.unset = unset;
    }

    /**
     * Fill in a text.
     *
     * @throws TemplateException when it is not well-formed or a required variable is missing
     */
    public String fill(String text) throws TemplateException {
        int dollar = text.indexOf('$');
        if (dollar < 0) {
            return text;
        }
        if (depth >= DEEPEST) {
            throw new TemplateException("variables nested deeper than " + DEEPEST, false);
        }
        depth++;
        try {
            return fill(text, dollar);
        } finally {
            depth--;
        }
    }

    private String fill(String text, int firstDollar) throws TemplateException {
        produced += depth > 1 ? text.length() : 0;
        if (produced > MOST) {
            throw new TemplateException(TOO_LONG, false);
        }
        StringBuilder filled = new StringBuilder(text.length() + 32);
        int dollar = firstDollar;
        int at = 0;
        while (dollar >= 0) {
            filled.append(text, at, dollar);
            at = one(text, dollar, filled);
            if (produced + filled.length() > MOST) {
                throw new TemplateException(TOO_LONG, false);
            }
            dollar = text.indexOf('$', at);
        }
        produced += filled.length();
        return filled.append(text, at, text.length()).toString();
    }

    /** Fill in what begins at a dollar sign and give the index behind it. */
    private int one(String text, int dollar, StringBuilder filled) throws TemplateException {
        char next = dollar + 1 < text.length() ? text.charAt(dollar + 1) : ' ';
        if (next == '$') {
            filled.append('$');
            return dollar + 2;
        }
        if (next == '{') {
            return braced(text, dollar, filled);
        }
        int end = nameEnd(text, dollar + 1);
        if (end == dollar + 1) {
            filled.append('$');
        } else {
            filled.append(plain(text.substring(dollar + 1, end)));
        }
        return end;
    }

    private int braced(String text, int dollar, StringBuilder filled) throws TemplateException {
        int end = nameEnd(text, dollar + 2);
        if (end == dollar + 2 || end >= text.length()) {
            throw invalid(text, dollar);
        }
        String name = text.substring(dollar + 2, end);
        if (text.charAt(end) == '}') {
            filled.append(plain(name));
            return end + 1;
        }
        boolean colon = text.charAt(end) == ':';
        int operator = colon ? end + 1 : end;
        int close = close(text, dollar);
        if (operator >= text.length() || "-?+".indexOf(text.charAt(operator)) < 0 || close < 0) {
            throw invalid(text, dollar);
        }
        String word = text.substring(operator + 1, close);
        filled.append(apply(name, colon, text.charAt(operator), word));
        return close + 1;
    }

    private String apply(String name, boolean colon, char operator, String word)
            throws TemplateException {
        String value = variables.get(name);
        boolean there = value != null && !(colon && value.isEmpty());
        if (operator == '+') {
            return there ? fill(word) : value == null ? "" : value;
        }
        if (there && value != null) {
            return value;
        }
        if (operator == '-') {
            return fill(word);
        }
        String reason = fill(word);
        throw new TemplateException(
                "required variable "
                        + name
                        + (value == null ? " is not set" : " is empty")
                        + (reason.isEmpty() ? "" : ": " + reason),
                true);
    }

    private String plain(String name) {
        String value = variables.get(name);
        if (value == null) {
            unset.accept(name);
            return "";
        }
        return value;
    }

    /** Find the brace that closes the one behind the dollar sign, on the same line. */
    static int close(String text, int dollar) {
        int lineEnd = text.indexOf('\n', dollar);
        int last = text.lastIndexOf('}', lineEnd < 0 ? text.length() : lineEnd);
        int open = 0;
        for (int i = dollar; i <= last; i++) {
            char c = text.charAt(i);
            if (c == '}') {
                open--;
                if (open == 0) {
                    return i;
                }
            } else if (c == '{') {
                open++;
                i++;
            }
        }
        return last > dollar ? last : -1;
    }

    /** Find the end of the name that begins at an index; the index itself when none does. */
    static int nameEnd(String text, int from) {
        int at = from;
        while (at < text.length() && isNamePart(text.charAt(at), at == from)) {
            at++;
        }
        return at;
    }

    private static boolean isNamePart(char c, boolean first) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        return letter || (!first && c >= '0' && c <= '9');
    }

    private static TemplateException invalid(String text, int dollar) {
        int end = text.indexOf('}', dollar);
        int stop = end < 0 ? Math.min(text.length(), dollar + 20) : end + 1;
        return new TemplateException(
                "\"" + text.substring(dollar, stop) + "\" is not a variable", false);
    }
}
