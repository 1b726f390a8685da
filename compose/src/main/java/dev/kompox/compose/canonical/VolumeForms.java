package dev.kompox.compose.canonical;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;

/** Write the short form of a mount out. */
final class VolumeForms {

    private final Diagnostics diagnostics;
    private final boolean lenient;

    VolumeForms(Diagnostics diagnostics, boolean lenient) {
        this.diagnostics = diagnostics;
        this.lenient = lenient;
    }

    Node expand(Node node, Where where) {
        if (!(node instanceof ScalarNode scalar) || !scalar.isString()) {
            return node;
        }
        try {
            return expanded(VolumeSyntax.parse(scalar.text()), scalar);
        } catch (IllegalArgumentException e) {
            if (lenient) {
                return node;
            }
            diagnostics.error(
                    "bad-volume",
                    where,
                    "\"" + scalar.text() + "\" " + e.getMessage(),
                    node,
                    "write SOURCE:TARGET or SOURCE:TARGET:ro",
                    null);
            return node;
        }
    }

    private static MappingNode expanded(VolumeSyntax syntax, ScalarNode at) {
        Location location = at.location();
        boolean bind = syntax.isBind();
        MappingNode mount =
                MappingNode.empty(location)
                        .with("type", ScalarNode.string(location, bind ? "bind" : "volume"));
        if (!syntax.source().isEmpty()) {
            mount = mount.with("source", ScalarNode.string(location, syntax.source()));
        }
        mount = mount.with("target", ScalarNode.string(location, GoPath.clean(syntax.target())));
        MappingNode bindOptions = MappingNode.empty(location);
        MappingNode volumeOptions = MappingNode.empty(location);
        boolean bindSeen = bind;
        for (String option : syntax.options()) {
            switch (option) {
                case "ro" -> mount = mount.with("read_only", ScalarNode.bool(location, true));
                case "rw" -> mount = mount.without("read_only");
                case "nocopy" ->
                        volumeOptions =
                                volumeOptions.with("nocopy", ScalarNode.bool(location, true));
                case "z", "Z" -> {
                    bindOptions = bindOptions.with("selinux", ScalarNode.string(location, option));
                    bindSeen = true;
                }
                case "rprivate", "private", "rshared", "shared", "rslave", "slave" -> {
                    bindOptions =
                            bindOptions.with("propagation", ScalarNode.string(location, option));
                    bindSeen = true;
                }
                default -> {
                    // docker compose ignores options it does not know
                }
            }
        }
        if (bind) {
            bindOptions = bindOptions.with("create_host_path", ScalarNode.bool(location, true));
        }
        if (bindSeen) {
            mount = mount.with("bind", bindOptions);
        }
        boolean plainPath = VolumeSyntax.isShort(at.text());
        boolean volumeSeen = !volumeOptions.isEmpty() || (!bind && !plainPath);
        return volumeSeen ? mount.with("volume", volumeOptions) : mount;
    }
}
