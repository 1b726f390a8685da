package dev.kompox.manifest.read;

import static java.util.Objects.requireNonNull;

import dev.kompox.manifest.id.BoxId;
import dev.kompox.manifest.kom.Box;
import dev.kompox.manifest.kom.BoxContent;
import dev.kompox.manifest.kom.NetworkPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Read a box. */
final class BoxReader {

    private BoxReader() {}

    static @Nullable Box read(Fields document, HeaderReader header) {
        Fields spec =
                document.fields(
                        "spec",
                        "component",
                        "image",
                        "command",
                        "args",
                        "ingress",
                        "networkPolicy");
        BoxContent content = spec.make(() -> content(spec));
        if (!DeploymentReader.isEmpty(spec.value("ingress"))) {
            spec.error("reserved-key", "ingress", "is reserved for a later version", "Remove it.");
        }
        NetworkPolicy policy =
                NetworkPolicyReader.read(spec.fields("networkPolicy", "ingressRules"));
        String component = spec.text("component");
        return document.make(() -> box(component, header, requireNonNull(content), policy));
    }

    private static Box box(
            @Nullable String component,
            HeaderReader header,
            BoxContent content,
            NetworkPolicy policy) {
        Box box = new Box((BoxId) header.id(), header.header(), content, policy);
        if (component != null && !component.equals(box.component())) {
            throw new IllegalArgumentException(
                    "component \"%s\" must be the box's name \"%s\", or be left out"
                            .formatted(component, box.component()));
        }
        return box;
    }

    private static BoxContent content(Fields spec) {
        String image = spec.text("image");
        List<String> command = spec.texts("command");
        List<String> args = spec.texts("args");
        if (image != null) {
            return new BoxContent.Image(image, command, args);
        }
        needsImage(spec, "command", command);
        needsImage(spec, "args", args);
        return new BoxContent.Services();
    }

    private static void needsImage(Fields spec, String key, List<String> given) {
        if (!given.isEmpty()) {
            spec.error(
                    "contradiction",
                    key,
                    "only a box with an \"image\" has it",
                    "Add an image to the box, or remove \"" + key + "\".");
        }
    }
}
