package dev.kompox.compose.variables;

import java.util.function.Consumer;

/**
 * Fill variables into a text: {@code $V}, {@code ${V}}, the operators {@code :- - :? ? :+ +} with
 * nesting, and {@code $$} for a dollar sign (Compose Specification, "Interpolation").
 *
 * <p>Values are not looked at again for variables, so the result cannot grow without bound.
 */
public final class Template {

    private static final int DEEPEST = 100;

    private final Variables variables;
    private final Consumer<String> unset;
    private int depth;

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
        StringBuilder filled = new StringBuilder(text.length() + 32);
        int dollar = firstDollar;
        int at = 0;
        while (dollar >= 0) {
            filled.append(text, at, dollar);
            at = one(text, dollar, filled);
            dollar = text.indexOf('$', at);
        }
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
    private static int close(String text, int dollar) {
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

    private static int nameEnd(String text, int from) {
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
