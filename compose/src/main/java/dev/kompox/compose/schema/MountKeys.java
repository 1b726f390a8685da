package dev.kompox.compose.schema;

import static dev.kompox.compose.schema.Keys.bool;
import static dev.kompox.compose.schema.Keys.flag;
import static dev.kompox.compose.schema.Keys.oneOf;
import static dev.kompox.compose.schema.Keys.shape;
import static dev.kompox.compose.schema.Keys.text;

/** Describe what a service mounts: {@code volumes} and {@code devices}. */
final class MountKeys {

    private MountKeys() {}

    static Key volumes() {
        Type type = Type.shape(volume()).or(Accepts.STRING);
        Key item = Key.of("[]", type, Form.SHAPE).shorthand(Shorthand.VOLUME).path(PathRule.MOUNT);
        Type list = Type.list(item).withItems(item, true);
        return Key.of("volumes", list, Form.SHAPES).unique(Unique.VOLUME_TARGET);
    }

    private static Shape volume() {
        return Shape.of(
                        oneOf("type", "bind", "volume", "tmpfs", "cluster", "npipe", "image"),
                        text("source"),
                        text("target"),
                        flag("read_only"),
                        text("consistency"),
                        shape("bind", bind()),
                        shape(
                                "volume",
                                Shape.of(Keys.labels("labels"), flag("nocopy"), text("subpath"))),
                        shape("tmpfs", tmpfs()),
                        shape("image", Shape.of(text("subpath"))))
                .require("type");
    }

    private static Shape bind() {
        return Shape.of(
                oneOf("selinux", "z", "Z"),
                text("propagation"),
                flag("create_host_path").cast(Cast.NONE),
                oneOf("recursive", "enabled", "disabled", "writable", "readonly"));
    }

    private static Shape tmpfs() {
        return Shape.of(
                Key.of("size", Keys.whole(0, Double.POSITIVE_INFINITY), Form.BYTES),
                Key.of("mode", Type.scalar(Accepts.NUMBER), Form.INTEGER));
    }

    static Key devices() {
        Shape shape =
                Shape.of(text("source"), text("target"), text("permissions")).require("source");
        Key item =
                Key.of("[]", Type.shape(shape).or(Accepts.STRING), Form.SHAPE)
                        .shorthand(Shorthand.DEVICE);
        return Key.of("devices", Type.list(item), Form.SHAPES).unique(Unique.DEVICE_TARGET);
    }

    static Key ports() {
        Shape shape =
                Shape.of(
                        text("name"),
                        text("mode"),
                        text("host_ip"),
                        target(),
                        Keys.textOr("published", Accepts.INTEGER),
                        text("protocol"),
                        text("app_protocol"));
        Type item = Type.shape(shape).or(Accepts.STRING | Accepts.NUMBER);
        Key each = Key.of("[]", item, Form.SHAPE);
        return Key.of("ports", Type.list(each).withItems(each, true), Form.SHAPES)
                .unique(Unique.PORT)
                .shorthand(Shorthand.PORTS);
    }

    /** A port of the container; docker compose wraps what needs more than 32 bits around. */
    private static Key target() {
        return Key.of("target", Keys.whole(0, 4294967295.0), Form.INTEGER).cast(Cast.INTEGER);
    }

    static Key blockIo() {
        Key rate = Keys.wholeBytes("rate");
        Shape limit = Shape.of(text("path"), rate).withoutExtensions();
        Shape weight = Shape.of(text("path"), weight()).withoutExtensions();
        Shape shape =
                Shape.of(
                                weight(),
                                Keys.list("weight_device", weight),
                                Keys.list("device_read_bps", limit),
                                Keys.list("device_read_iops", limit),
                                Keys.list("device_write_bps", limit),
                                Keys.list("device_write_iops", limit))
                        .withoutExtensions();
        return shape("blkio_config", shape);
    }

    static Key attach() {
        return bool("attach").cast(Cast.NONE);
    }

    /** A whole number that may not be a text, not even one that is filled in. */
    private static Key weight() {
        Type type = Type.scalar(Accepts.INTEGER).between(0, Double.POSITIVE_INFINITY);
        return Key.of("weight", type, Form.INTEGER);
    }
}
