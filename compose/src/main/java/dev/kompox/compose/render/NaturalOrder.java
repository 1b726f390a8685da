package dev.kompox.compose.render;

import java.util.Comparator;

/** Order keys as go-yaml does: runs of digits by their number, letters after other characters. */
final class NaturalOrder implements Comparator<String> {

    static final NaturalOrder KEYS = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String a, String b) {
        boolean digits = false;
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char one = a.charAt(i);
            char two = b.charAt(i);
            if (one == two) {
                digits = Character.isDigit(one);
                continue;
            }
            boolean letterOne = Character.isLetter(one);
            boolean letterTwo = Character.isLetter(two);
            if (letterOne && letterTwo) {
                return Character.compare(one, two);
            }
            if (letterOne || letterTwo) {
                return digits == letterOne ? -1 : 1;
            }
            return numbers(a, b, i);
        }
        return Integer.compare(a.length(), b.length());
    }

    private static int numbers(String a, String b, int from) {
        long start = zeroBehindNumber(a, b, from) ? 1 : 0;
        int endA = digitsEnd(a, from);
        int endB = digitsEnd(b, from);
        int byNumber = Long.compare(number(a, from, endA, start), number(b, from, endB, start));
        if (byNumber != 0) {
            return byNumber;
        }
        int byLength = Integer.compare(endA, endB);
        return byLength == 0 ? Character.compare(a.charAt(from), b.charAt(from)) : byLength;
    }

    /** A zero inside a longer number counts; a leading one does not. */
    private static boolean zeroBehindNumber(String a, String b, int from) {
        if (a.charAt(from) != '0' && b.charAt(from) != '0') {
            return false;
        }
        for (int i = from - 1; i >= 0 && Character.isDigit(a.charAt(i)); i--) {
            if (a.charAt(i) != '0') {
                return true;
            }
        }
        return false;
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static long number(String text, int from, int to, long start) {
        long number = start;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }
}
