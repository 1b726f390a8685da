package dev.kompox.compose.schema;

import static dev.kompox.compose.schema.Keys.labels;
import static dev.kompox.compose.schema.Keys.options;
import static dev.kompox.compose.schema.Keys.text;

/** Describe the top-level volumes, configs, secrets, models and includes. */
final class ResourceKeys {

    private ResourceKeys() {}

    static Key external() {
        return external(Shape.of(text("name")));
    }

    /** That of configs and secrets, which may say more. */
    private static Key openExternal() {
        return external(Shape.of(text("name")).open());
    }

    private static Key external(Shape old) {
        Type type = Type.shape(old).or(Accepts.STRING | Accepts.BOOLEAN);
        return Key.of("external", type, Form.FLAG).cast(Cast.BOOLEAN);
    }

    static Shape volume() {
        return Shape.of(
                text("name"), text("driver"), options("driver_opts"), external(), labels("labels"));
    }

    static Shape config() {
        return Shape.of(
                text("name"),
                text("file").path(PathRule.UNIX_OR_WINDOWS),
                text("environment"),
                text("content"),
                openExternal(),
                Keys.pairs("labels", Form.TEXTS).merge(Merge.SEQUENCE).unique(Unique.KEY_VALUE),
                text("template_driver"));
    }

    static Shape secret() {
        return Shape.of(
                text("name"),
                text("file").path(PathRule.UNIX_OR_WINDOWS),
                text("environment"),
                openExternal(),
                Keys.pairs("labels", Form.TEXTS).merge(Merge.SEQUENCE).unique(Unique.KEY_VALUE),
                text("driver"),
                options("driver_opts"),
                text("template_driver"));
    }

    static Shape model() {
        return Shape.of(
                        text("name"),
                        text("model"),
                        Key.of("context_size", Type.scalar(Accepts.INTEGER), Form.INTEGER),
                        Keys.anyTexts("runtime_flags"))
                .require("model");
    }

    static Key include() {
        Shape shape =
                Shape.of(
                                Keys.textOrTexts("path"),
                                Keys.textOrTexts("env_file"),
                                text("project_directory"))
                        .withoutExtensions();
        Key item = Key.of("[]", Type.shape(shape).or(Accepts.STRING), Form.SHAPE);
        return Key.of("include", Type.list(item), Form.RAW);
    }

    /** Describe a top-level mapping of resources by name. */
    static Key section(String name, Shape shape, int more) {
        Key each =
                Key.of("*", Type.shape(shape).or(more), Form.SHAPE).shorthand(Shorthand.EXTERNAL);
        return Key.of(name, Type.named(each), Form.NAMED);
    }
}
