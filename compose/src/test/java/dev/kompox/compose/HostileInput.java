package dev.kompox.compose;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files made to use up time, memory or the stack, each with a part of the error it must end in. */
record HostileInput(String name, Map<String, byte[]> files, String error) {

    static final String SMALL = "name: t\nservices:\n  web:\n    image: x\n";
    private static final int LARGEST = 2 * 1024 * 1024 - 200;

    static HostileInput text(String name, String compose, String error) {
        return bytes(name, compose.getBytes(StandardCharsets.UTF_8), error);
    }

    static HostileInput bytes(String name, byte[] compose, String error) {
        return new HostileInput(name, new LinkedHashMap<>(Map.of("compose.yaml", compose)), error);
    }

    HostileInput with(String file, String text) {
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Repeat a text as often as the largest accepted source allows. */
    static String fill(String text) {
        return text.repeat(LARGEST / text.length());
    }

    /** Write one line for each number; {@code #} stands for the number, {@code @} for the last. */
    static String lines(int count, String pattern) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            text.append(
                    pattern.replace("#", Integer.toString(i))
                            .replace("@", Integer.toString(i - 1)));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
