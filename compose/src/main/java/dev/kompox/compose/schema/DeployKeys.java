package dev.kompox.compose.schema;

import static dev.kompox.compose.schema.Keys.anyTexts;
import static dev.kompox.compose.schema.Keys.bytes;
import static dev.kompox.compose.schema.Keys.duration;
import static dev.kompox.compose.schema.Keys.fraction;
import static dev.kompox.compose.schema.Keys.integer;
import static dev.kompox.compose.schema.Keys.integerOrZero;
import static dev.kompox.compose.schema.Keys.labels;
import static dev.kompox.compose.schema.Keys.list;
import static dev.kompox.compose.schema.Keys.oneOf;
import static dev.kompox.compose.schema.Keys.shape;
import static dev.kompox.compose.schema.Keys.text;
import static dev.kompox.compose.schema.Keys.texts;

/** Describe {@code services.*.deploy} (Compose Deploy Specification) and device requests. */
final class DeployKeys {

    private DeployKeys() {}

    static Key deploy() {
        Shape shape =
                Shape.of(
                        text("mode"),
                        integerOrZero("replicas"),
                        labels("labels").unique(Unique.KEY_VALUE),
                        shape("update_config", update()),
                        shape("rollback_config", update()),
                        Key.of("resources", Type.shape(resources()), Form.SHAPE_OR_NOTHING),
                        shape("restart_policy", restartPolicy()),
                        Key.of("placement", Type.shape(placement()), Form.SHAPE_OR_NOTHING),
                        text("endpoint_mode"));
        return Key.of("deploy", Type.shape(shape).or(Accepts.NULL), Form.SHAPE);
    }

    private static Shape update() {
        return Shape.of(
                Keys.count("parallelism"),
                Key.of("delay", Type.scalar(Accepts.STRING), Form.DURATION),
                text("failure_action"),
                Key.of("monitor", Type.scalar(Accepts.STRING), Form.DURATION),
                fraction("max_failure_ratio"),
                oneOf("order", "start-first", "stop-first"));
    }

    private static Shape resources() {
        return Shape.of(
                shape(
                        "limits",
                        Shape.of(
                                fraction("cpus").cast(Cast.NONE),
                                memory(),
                                integer("pids").cast(Cast.NONE))),
                shape(
                        "reservations",
                        Shape.of(
                                fraction("cpus").cast(Cast.NONE),
                                memory(),
                                devices("devices", deviceRequest().require("capabilities")),
                                genericResources())));
    }

    private static Key memory() {
        return Key.of("memory", Type.scalar(Accepts.STRING), bytes("memory").form());
    }

    private static Key genericResources() {
        Shape discrete =
                Shape.of(
                        Key.of("kind", text("kind").type(), Form.RAW),
                        Key.of("value", Keys.number("value").type(), Form.INTEGER_OR_ZERO));
        return list("generic_resources", Shape.of(shape("discrete_resource_spec", discrete)));
    }

    private static Key devices(String name, Shape request) {
        return list(name, request);
    }

    private static Shape deviceRequest() {
        return Shape.of(
                texts("capabilities"),
                text("driver"),
                Key.of("count", Type.scalar(Accepts.STRING | Accepts.INTEGER), Form.DEVICE_COUNT),
                texts("device_ids"),
                Keys.pairs("options", Form.TEXTS));
    }

    static Key gpus() {
        Type type = devices("gpus", deviceRequest().open()).type().or(Accepts.STRING).only("all");
        return Key.of("gpus", type, Form.SHAPES).shorthand(Shorthand.GPUS);
    }

    private static Shape restartPolicy() {
        return Shape.of(
                text("condition"),
                duration("delay"),
                Keys.count("max_attempts"),
                duration("window"));
    }

    private static Shape placement() {
        return Shape.of(
                anyTexts("constraints"),
                list("preferences", Shape.of(text("spread"))),
                integer("max_replicas_per_node"));
    }
}
