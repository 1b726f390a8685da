package dev.kompox.manifest.hash;

/** Handle numbers in base 36 with lower-case letters. */
final class Base36 {

    private Base36() {}

    static boolean isAllDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return true;
    }

    static String padded(long number, int length) {
        return padded(Long.toString(number, Character.MAX_RADIX), length);
    }

    static String padded(String digits, int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
