package dev.kompox.driver.docker.compose;

import dev.kompox.driver.call.Call;
import java.util.List;

/** Pick out of what docker compose tells the lines that a person wants to read. */
final class Story {

    private static final List<String> ENDINGS =
            List.of("Pulled", "Built", "Recreated", "Removed", "Error", "Pulling", "Building");

    private Story() {}

    static void tell(String line, Call call) {
        String text = line.strip();
        if (ENDINGS.stream().anyMatch(text::endsWith)) {
            call.progress().note(text.replaceAll(" +", " "));
        } else if (text.contains("level=warning")) {
            call.progress().warning(message(text));
        }
    }

    /** Return the lines that say what went wrong; all of them if none stands out. */
    static List<String> errors(List<String> lines) {
        List<String> errors =
                distinct(
                        lines.stream()
                                .map(String::strip)
                                .filter(line ->
                                        line.contains("rror")
                                                || line.contains("not found")
                                                || line.contains("failed")
                                                || line.contains("denied"))
                                .toList());
        List<String> chosen =
                errors.isEmpty() ? lines.stream().map(String::strip).toList() : errors;
        return chosen.subList(Math.max(0, chosen.size() - 5), chosen.size());
    }

    /** Leave out what another line says too: compose tells an engine's error twice. */
    private static List<String> distinct(List<String> lines) {
        List<String> plain =
                lines.stream()
                        .map(line -> line.replace("Error response from daemon: ", ""))
                        .map(line -> line.replaceAll(" +", " "))
                        .distinct()
                        .toList();
        return plain.stream()
                .filter(line ->
                        plain.stream()
                                .noneMatch(other -> !other.equals(line) && other.endsWith(line)))
                .toList();
    }

    private static String message(String line) {
        int from = line.indexOf("msg=\"");
        return from < 0 ? line : line.substring(from + 5, Math.max(from + 5, line.length() - 1));
    }
}
