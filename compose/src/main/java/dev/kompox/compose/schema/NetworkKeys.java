package dev.kompox.compose.schema;

import static dev.kompox.compose.schema.Keys.bool;
import static dev.kompox.compose.schema.Keys.flag;
import static dev.kompox.compose.schema.Keys.labels;
import static dev.kompox.compose.schema.Keys.options;
import static dev.kompox.compose.schema.Keys.shape;
import static dev.kompox.compose.schema.Keys.text;
import static dev.kompox.compose.schema.Keys.texts;

/** Describe networks, models and logging, on both ends. */
final class NetworkKeys {

    private NetworkKeys() {}

    static Key serviceNetworks() {
        Shape shape =
                Shape.of(
                        texts("aliases").unique(Unique.KEY_VALUE),
                        options("driver_opts"),
                        wholeNumber("gw_priority"),
                        text("interface_name"),
                        text("ipv4_address"),
                        text("ipv6_address"),
                        texts("link_local_ips").unique(Unique.KEY_VALUE),
                        text("mac_address"),
                        wholeNumber("priority"));
        Key each = Key.of("*", Type.shape(shape).or(Accepts.NULL), Form.SHAPE);
        Type type = Type.named(each).withItems(text("[]"), true);
        return Key.of("networks", type, Form.NAMED).merge(Merge.NAMES).shorthand(Shorthand.NAMES);
    }

    static Key serviceModels() {
        Shape shape = Shape.of(text("endpoint_var"), text("model_var"));
        Key each = Key.of("*", Type.shape(shape).or(Accepts.NULL), Form.SHAPE);
        Type type = Type.mapping(each).withItems(text("[]"), true);
        return Key.of("models", type, Form.NAMED).merge(Merge.NAMES).shorthand(Shorthand.NAMES);
    }

    static Key logging() {
        int scalar = Accepts.STRING | Accepts.NUMBER | Accepts.NULL;
        Key options =
                Key.of(
                        "options",
                        Type.mapping(Key.of("*", Type.scalar(scalar), Form.RAW)),
                        Form.OPTIONS);
        return shape("logging", Shape.of(text("driver"), options)).merge(Merge.LOGGING);
    }

    static Shape network() {
        return Shape.of(
                text("name"),
                text("driver"),
                options("driver_opts"),
                Key.of("ipam", Type.shape(ipam()), Form.SHAPE_OR_NOTHING),
                ResourceKeys.external(),
                flag("internal"),
                flag("attachable"),
                labels("labels").unique(Unique.KEY_VALUE),
                bool("enable_ipv4"),
                bool("enable_ipv6"));
    }

    private static Shape ipam() {
        Key addresses = Key.of("aux_addresses", Type.mapping(text("*")), Form.TEXTS);
        Shape pool = Shape.of(text("subnet"), text("gateway"), text("ip_range"), addresses);
        return Shape.of(
                text("driver"),
                Keys.list("config", pool).merge(Merge.IPAM_CONFIG),
                Key.of("options", Type.mapping(text("*")), Form.OPTIONS));
    }

    /** A whole number that may not be a text, not even one that is filled in. */
    private static Key wholeNumber(String name) {
        return Key.of(name, Type.scalar(Accepts.NUMBER), Form.INTEGER);
    }
}
