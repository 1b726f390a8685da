package dev.kompox.compose.render;

/**
 * Tell in which styles a text can be written, by the rules of the libyaml emitter.
 *
 * @param plainAllowed without quotes
 * @param singleQuotesAllowed in single quotes
 * @param blockAllowed as a literal block
 */
record ScalarShape(boolean plainAllowed, boolean singleQuotesAllowed, boolean blockAllowed) {

    private static final String INDICATORS = "#,[]{}&*!|>'\"%@`";

    static ScalarShape of(String text) {
        if (text.isEmpty()) {
            return new ScalarShape(true, true, false);
        }
        boolean special = false;
        boolean tab = false;
        boolean breakSpace = false;
        boolean spaceBreak = false;
        boolean breaks = false;
        char previous = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            tab |= c == '\t';
            special |= c != '\t' && !isPrintable(c);
            breaks |= isBreak(c);
            breakSpace |= c == ' ' && isBreak(previous);
            spaceBreak |= isBreak(c) && previous == ' ';
            previous = c;
        }
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        boolean edges = first == ' ' || isBreak(first) || last == ' ' || isBreak(last);
        boolean awkward = spaceBreak || tab || special || breakSpace;
        return new ScalarShape(
                !edges && !awkward && !breaks && !hasIndicators(text),
                !awkward,
                last != ' ' && !spaceBreak && !special);
    }

    private static boolean hasIndicators(String text) {
        if (text.startsWith("---") || text.startsWith("...")) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blankNext = i + 1 >= text.length() || isBlank(text.charAt(i + 1));
            boolean blankBefore = i == 0 || isBlank(text.charAt(i - 1));
            if (i == 0 && (INDICATORS.indexOf(c) >= 0 || ("?-".indexOf(c) >= 0 && blankNext))) {
                return true;
            }
            if ((c == ':' && blankNext) || (c == '#' && blankBefore)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || isBreak(c);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    static boolean isPrintable(char c) {
        return c == '\n'
                || (c >= 0x20 && c <= 0x7E)
                || (c >= 0xA0 && c <= 0xFFFD && c != 0xFEFF && !Character.isSurrogate(c))
                || c == 0x85;
    }
}
