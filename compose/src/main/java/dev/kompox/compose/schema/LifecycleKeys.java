package dev.kompox.compose.schema;

import static dev.kompox.compose.schema.Keys.duration;
import static dev.kompox.compose.schema.Keys.flag;
import static dev.kompox.compose.schema.Keys.oneOf;
import static dev.kompox.compose.schema.Keys.shape;
import static dev.kompox.compose.schema.Keys.text;
import static dev.kompox.compose.schema.Keys.textOrTexts;

/** Describe health, order, hooks and development of a service. */
final class LifecycleKeys {

    private LifecycleKeys() {}

    static Key healthcheck() {
        Type test = Type.list(text("[]")).or(Accepts.STRING);
        return shape(
                "healthcheck",
                Shape.of(
                        Key.of("test", test, Form.HEALTH_TEST).merge(Merge.REPLACE),
                        duration("timeout"),
                        duration("interval"),
                        Key.of(
                                        "retries",
                                        Type.scalar(Accepts.STRING | Accepts.NUMBER)
                                                .between(0, Double.POSITIVE_INFINITY),
                                        Form.INTEGER_OR_ZERO)
                                .cast(Cast.INTEGER),
                        duration("start_period"),
                        duration("start_interval"),
                        flag("disable")));
    }

    static Key dependsOn() {
        Shape shape =
                Shape.of(
                                oneOf(
                                        "condition",
                                        "service_started",
                                        "service_healthy",
                                        "service_completed_successfully"),
                                flag("restart"),
                                Keys.bool("required"))
                        .require("condition");
        Type type = Type.named(shape("*", shape)).withItems(text("[]"), true);
        return Key.of("depends_on", type, Form.NAMED)
                .merge(Merge.DEPENDS_ON)
                .shorthand(Shorthand.DEPENDS_ON);
    }

    static Key hooks(String name) {
        return Keys.list(name, hook());
    }

    private static Shape hook() {
        return Shape.of(
                        Keys.command("command").merge(Merge.DEEP),
                        text("user"),
                        flag("privileged").cast(Cast.NONE),
                        text("working_dir"),
                        Keys.environment("environment"))
                .require("command");
    }

    /** Containers that run before the service's own, described by the same keys as that one. */
    static Key preStart(Shape container) {
        return Keys.list("pre_start", container.with(flag("per_replica")));
    }

    static Key develop() {
        Shape watch =
                Shape.of(
                                text("path").path(PathRule.REAL_FILE),
                                oneOf(
                                        "action",
                                        "rebuild",
                                        "sync",
                                        "restart",
                                        "sync+restart",
                                        "sync+exec"),
                                text("target"),
                                Key.of("exec", Type.shape(hook()), Form.SHAPE_OR_NOTHING),
                                textOrTexts("include").shorthand(Shorthand.LIST),
                                textOrTexts("ignore").shorthand(Shorthand.LIST),
                                Key.of("initial_sync", Type.scalar(Accepts.BOOLEAN), Form.FLAG))
                        .require("path", "action");
        Type type = Type.shape(Shape.of(Keys.list("watch", watch))).or(Accepts.NULL);
        return Key.of("develop", type, Form.SHAPE);
    }

    static Key provider() {
        int scalar = Accepts.STRING | Accepts.NUMBER | Accepts.BOOLEAN;
        Type option = Type.list(Key.of("[]", Type.scalar(scalar), Form.RAW)).or(scalar);
        Key options =
                Key.of("options", Type.mapping(Key.of("*", option, Form.RAW)), Form.MULTI_OPTIONS);
        return shape("provider", Shape.of(text("type"), options).require("type"));
    }
}
