package dev.kompox.compose.schema;

import static dev.kompox.compose.schema.Keys.text;

/**
 * Hold the table of every key of the Compose Specification.
 *
 * <p>Source: the specification and its JSON schema (compose-spec.json, draft 2020-12) as of July
 * 2026.
 */
public final class ComposeSchema {

    private static final Key ROOT = Key.of("", Type.shape(file()), Form.SHAPE);

    private ComposeSchema() {}

    /** Describe a whole Compose file. */
    public static Key root() {
        return ROOT;
    }

    /** Describe one service. */
    public static Key service() {
        Key services = ROOT.type().child("services");
        Key each = services == null ? null : services.type().values();
        if (each == null) {
            throw new IllegalStateException("the table has no services");
        }
        return each;
    }

    private static Shape file() {
        Key service = Key.of("*", Type.shape(ServiceKeys.service()), Form.SHAPE);
        Key volumes = ResourceKeys.section("volumes", ResourceKeys.volume(), Accepts.NULL);
        Key volume = volumes.type().values();
        if (volume != null) {
            volumes =
                    Key.of("volumes", Type.named(volume.path(PathRule.VOLUME_DEVICE)), Form.NAMED);
        }
        return Shape.of(
                text("version"),
                text("name"),
                ResourceKeys.include(),
                Key.of("services", Type.named(service), Form.NAMED),
                ResourceKeys.section("networks", NetworkKeys.network(), Accepts.NULL),
                volumes,
                ResourceKeys.section("secrets", ResourceKeys.secret(), 0),
                ResourceKeys.section("configs", ResourceKeys.config(), 0),
                ResourceKeys.section("models", ResourceKeys.model(), 0));
    }
}
