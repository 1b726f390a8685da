package dev.kompox.manifest.id;

import java.util.List;

/** Read the path that an id is written as. */
final class IdPath {

    private static final List<String> STEPS = List.of("ws", "prv", "cls", "app", "box");
    private static final String SHAPE =
            "write /ws/NAME, /ws/NAME/prv/NAME and so on with cls, app and box";

    private IdPath() {}

    static ResourceId parse(String text) {
        String[] parts = text.split("/", -1);
        int depth = (parts.length - 1) / 2;
        if (parts.length % 2 == 0 || !parts[0].isEmpty() || depth < 1 || depth > STEPS.size()) {
            throw notAnId(text, SHAPE);
        }
        for (int i = 0; i < depth; i++) {
            if (!parts[2 * i + 1].equals(STEPS.get(i))) {
                String found = parts[2 * i + 1];
                throw notAnId(
                        text, "\"%s\" stands where \"%s\" must".formatted(found, STEPS.get(i)));
            }
        }
        return id(depth, parts);
    }

    private static ResourceId id(int depth, String[] parts) {
        return switch (depth) {
            case 1 -> new WorkspaceId(parts[2]);
            case 2 -> new ProviderId(parts[2], parts[4]);
            case 3 -> new ClusterId(parts[2], parts[4], parts[6]);
            case 4 -> new AppId(parts[2], parts[4], parts[6], parts[8]);
            default -> new BoxId(parts[2], parts[4], parts[6], parts[8], parts[10]);
        };
    }

    private static IllegalArgumentException notAnId(String text, String why) {
        return new IllegalArgumentException("\"%s\" is not an id: %s".formatted(text, why));
    }
}
