package dev.kompox.compose.load;

import dev.kompox.compose.bind.ByteSizes;
import dev.kompox.compose.model.Mount;
import dev.kompox.compose.yaml.MappingNode;
import java.util.ArrayList;
import java.util.List;

/** Make the typed mounts of a service from its bound node. */
final class MountBuilder {

    private MountBuilder() {}

    static List<Mount> build(MappingNode service) {
        List<Mount> mounts = new ArrayList<>();
        for (MappingNode mount : Values.mappings(service.get("volumes"))) {
            mounts.add(mount(mount));
        }
        for (String tmpfs : Values.list(service.get("tmpfs"))) {
            mounts.add(tmpfs(tmpfs));
        }
        return mounts;
    }

    private static Mount mount(MappingNode node) {
        String type = Values.text(node, "type", "volume");
        String source = Values.text(node, "source", "");
        String target = Values.text(node, "target", "");
        boolean readOnly = Values.flag(node, "read_only");
        return switch (type) {
            case "volume" ->
                    source.isEmpty()
                            ? new Mount.AnonymousMount(target, readOnly)
                            : volume(node, source, target, readOnly);
            case "bind" -> bind(node, source, target, readOnly);
            case "tmpfs" -> {
                MappingNode options = ModelLoader.section(node, "tmpfs");
                long size = ByteSizes.parse(Values.text(options, "size", "0"));
                yield new Mount.TmpfsMount(target, readOnly, size);
            }
            default ->
                    new Mount.OtherMount(type, source.isEmpty() ? null : source, target, readOnly);
        };
    }

    private static Mount volume(MappingNode node, String source, String target, boolean readOnly) {
        MappingNode options = ModelLoader.section(node, "volume");
        return new Mount.VolumeMount(
                source,
                target,
                readOnly,
                ModelLoader.text(options.get("subpath")),
                Values.flag(options, "nocopy"));
    }

    private static Mount bind(MappingNode node, String source, String target, boolean readOnly) {
        MappingNode options = ModelLoader.section(node, "bind");
        return new Mount.BindMount(
                source,
                target,
                readOnly,
                Values.flag(options, "create_host_path"),
                ModelLoader.text(options.get("propagation")),
                ModelLoader.text(options.get("selinux")));
    }

    /** Read {@code PATH:OPTIONS} of the key {@code tmpfs}. */
    private static Mount tmpfs(String spec) {
        int colon = spec.indexOf(':');
        String target = colon < 0 ? spec : spec.substring(0, colon);
        boolean readOnly = false;
        long size = 0;
        String options = colon < 0 ? "" : spec.substring(colon + 1);
        for (String option : options.split(",", -1)) {
            readOnly |= option.equals("ro");
            if (option.startsWith("size=")) {
                size = size(option.substring("size=".length()));
            }
        }
        return new Mount.TmpfsMount(target, readOnly, size);
    }

    /** Sizes in percent of memory count as no limit. */
    private static long size(String text) {
        try {
            return ByteSizes.parse(text);
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
