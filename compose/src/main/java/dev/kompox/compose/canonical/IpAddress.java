package dev.kompox.compose.canonical;

/** Tell IP addresses from other texts, without asking any name server. */
public final class IpAddress {

    private IpAddress() {}

    /** Say whether a text is an IPv4 or IPv6 address. */
    public static boolean isValid(String text) {
        return text.indexOf(':') >= 0 ? isSix(text) : isFour(text);
    }

    private static boolean isFour(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            boolean leadingZero = part.length() > 1 && part.charAt(0) == '0';
            if (!isNumber(part, 10, 3) || leadingZero || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSix(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        String head = gap < 0 ? text : text.substring(0, gap);
        String tail = gap < 0 ? "" : text.substring(gap + 2);
        int groups = groups(head, gap < 0) + groups(tail, true);
        return gap < 0 ? groups == 8 : groups >= 0 && groups < 8;
    }

    /** Count the 16-bit groups, or give a large negative number when one is malformed. */
    private static int groups(String text, boolean last) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int groups = 0;
        for (int i = 0; i < parts.length; i++) {
            if (last && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                groups += isFour(parts[i]) ? 2 : -100;
            } else {
                groups += isNumber(parts[i], 16, 4) ? 1 : -100;
            }
        }
        return groups;
    }

    private static boolean isNumber(String text, int radix, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
                return false;
            }
        }
        return true;
    }
}
