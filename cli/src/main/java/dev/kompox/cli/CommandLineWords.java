package dev.kompox.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Cut what was typed into the options before the command's name, its words, and the rest.
 *
 * @param before options that come before the name
 * @param words the command's one or two words; empty if there are none
 * @param after what comes after the words
 */
record CommandLineWords(List<String> before, List<String> words, List<String> after) {

    /** Cut. */
    static CommandLineWords of(List<String> typed) {
        int first = 0;
        while (first < typed.size() && typed.get(first).startsWith("-")) {
            first += takesValue(typed.get(first)) ? 2 : 1;
        }
        first = Math.min(first, typed.size());
        List<String> words = new ArrayList<>();
        int next = first;
        if (next < typed.size()) {
            words.add(typed.get(next++));
            boolean more = next < typed.size() && !typed.get(next).startsWith("-");
            if (Catalogue.isGroup(words.getFirst()) && more) {
                words.add(typed.get(next++));
            }
        }
        return new CommandLineWords(
                List.copyOf(typed.subList(0, first)),
                List.copyOf(words),
                List.copyOf(typed.subList(next, typed.size())));
    }

    private static boolean takesValue(String option) {
        return switch (option) {
            case "-f",
                    "--file",
                    "-p",
                    "--project-name",
                    "--env-file",
                    "--profile",
                    "--project-directory",
                    "-C",
                    "--chdir",
                    "--context",
                    "--on",
                    "--kompox-dir",
                    "--kom-app",
                    "-o",
                    "--output",
                    "--events",
                    "--progress" ->
                    true;
            default -> false;
        };
    }
}
