package dev.kompox.compose.diagnose;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Find the known name that a mistyped one most likely meant. */
public final class Nearest {

    private static final int LONGEST = 100;

    private Nearest() {}

    /** Give the nearest name, or null when none is near. */
    public static @Nullable String of(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return null;
        }
        String wanted = plain(name);
        String best = null;
        int least = Math.max(1, name.length() / 3) + 1;
        for (String each : known) {
            boolean near = Math.abs(each.length() - name.length()) <= LONGEST;
            int distance = near ? distance(wanted, plain(each)) : least;
            if (distance < least) {
                least = distance;
                best = each;
            }
        }
        return best;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Count the insertions, deletions, replacements and swaps of neighbours between two texts. */
    private static int distance(String a, String b) {
        int[] two = new int[b.length() + 1];
        int[] one = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            one[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], one[j]) + 1, one[j - 1] + change);
                boolean swap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2);
                if (swap && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], two[j - 2] + 1);
                }
            }
            int[] free = two;
            two = one;
            one = row;
            row = free;
        }
        return one[b.length()];
    }
}
