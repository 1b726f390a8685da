package dev.kompox.kubernetes.convert;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signals that an engine knows (https://man7.org/linux/man-pages/man7/signal.7.html). */
final class Signals {

    static final int TERM = 15;

    /** Their names without {@code SIG}, from number 1 on, as all machines but MIPS count them. */
    private static final List<String> NAMES =
            List.of(
                    "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1",
                    "SEGV", "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP",
                    "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO",
                    "PWR", "SYS");

    private static final Pattern REAL_TIME =
            Pattern.compile("RT(?:MIN(?:\\+(\\d{1,2}))?|MAX(?:-(\\d{1,2}))?)");
    private static final int LEAST_REAL_TIME = 34;
    private static final int MOST = 64;

    private Signals() {}

    /** Return a signal's number, or nothing if there is no such signal. */
    static Optional<Integer> number(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        String name = upper.startsWith("SIG") ? upper.substring("SIG".length()) : upper;
        if (name.matches("\\d{1,2}")) {
            return Optional.of(Integer.valueOf(name)).filter(Signals::known);
        }
        Matcher realTime = REAL_TIME.matcher(name);
        if (realTime.matches()) {
            int number =
                    name.startsWith("RTMIN")
                            ? LEAST_REAL_TIME + steps(realTime.group(1))
                            : MOST - steps(realTime.group(2));
            return Optional.of(number).filter(one -> one >= LEAST_REAL_TIME && one <= MOST);
        }
        int index =
                switch (name) {
                    case "CLD" -> NAMES.indexOf("CHLD");
                    case "IOT" -> NAMES.indexOf("ABRT");
                    case "POLL" -> NAMES.indexOf("IO");
                    default -> NAMES.indexOf(name);
                };
        return index < 0 ? Optional.empty() : Optional.of(index + 1);
    }

    /** Return a signal as every shell's {@code kill} takes it: its name where it has one. */
    static String word(int number) {
        return number <= NAMES.size() ? NAMES.get(number - 1) : String.valueOf(number);
    }

    /** Tell whether process 1 of a container never gets it from a process of the container. */
    static boolean unheard(int number) {
        return List.of("KILL", "STOP").contains(word(number));
    }

    private static boolean known(int number) {
        return (number >= 1 && number <= NAMES.size())
                || (number >= LEAST_REAL_TIME && number <= MOST);
    }

    private static int steps(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
