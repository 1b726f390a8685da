package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.FileObject;
import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.SequenceNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The configs and secrets of services: files in ConfigMaps and Secrets. */
final class FileObjects {

    private static final int MODE = 0444;
    private static final int OTHERS_READ = 04;

    private final Project project;
    private final LocalFiles files;
    private final Contents contents;
    private final PodVolumes volumes;
    private final Findings findings;

    FileObjects(
            Project project,
            LocalFiles files,
            Contents contents,
            PodVolumes volumes,
            Findings findings) {
        this.project = project;
        this.files = files;
        this.contents = contents;
        this.volumes = volumes;
        this.findings = findings;
    }

    /** Return the volume mounts of a service's configs and secrets. */
    List<Body> of(Service service) {
        List<Body> mounts = new ArrayList<>();
        add(service, "configs", project.configs(), mounts);
        add(service, "secrets", project.secrets(), mounts);
        return mounts;
    }

    private void add(Service service, String kind, Map<String, FileObject> all, List<Body> mounts) {
        if (!(service.node().get(kind) instanceof SequenceNode sequence)) {
            return;
        }
        String path = "services." + service.name() + "." + kind;
        for (Node item : sequence.items()) {
            if (item instanceof MappingNode node) {
                String source = ServiceKeys.text(node, "source");
                FileObject object = source == null ? null : all.get(source);
                byte[] content = object == null ? null : content(path, node.location(), object);
                if (object != null && content != null) {
                    mounts.add(mount(path, node, object, content, kind.equals("secrets")));
                }
            }
        }
    }

    private Body mount(
            String path, MappingNode node, FileObject object, byte[] content, boolean secret) {
        String target = ServiceKeys.text(node, "target");
        String at = target == null ? object.key() : target;
        String absolute = at.startsWith("/") ? at : (secret ? "/run/secrets/" : "/") + at;
        int mode = mode(ServiceKeys.text(node, "mode"));
        if (node.has("uid") || node.has("gid")) {
            findings.caveat(
                    path,
                    node.location(),
                    "uid and gid are not kept: files of a cluster belong to root");
        }
        if ((mode & OTHERS_READ) == 0) {
            findings.caveat(
                    path,
                    node.location(),
                    "files of a cluster belong to root, so only root can read " + absolute);
        }
        SortedMap<String, byte[]> one = new TreeMap<>();
        String key = Binds.key(object.key());
        one.put(key, content);
        String volume =
                secret
                        ? volumes.files("secret", contents.secret(one), mode)
                        : volumes.files("configMap", contents.configMap(one), mode);
        return Mounts.body(volume, absolute, true).with("subPath", key);
    }

    private byte @Nullable [] content(String path, Location at, FileObject object) {
        if (object.external()) {
            findings.rejected(
                    path, at, object.key() + " is external, and not known to the cluster");
            return null;
        }
        byte[] found = null;
        if (object.content() != null) {
            found = object.content().getBytes(StandardCharsets.UTF_8);
        } else if (object.environment() != null) {
            String value = files.variable(object.environment());
            found = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
            if (value == null) {
                findings.rejected(
                        path,
                        at,
                        "variable " + object.environment() + " of " + object.key() + " is not set");
            }
        } else if (object.file() != null) {
            found = file(path, at, object.file());
        }
        if (found != null && found.length > LocalFiles.LARGEST) {
            findings.rejected(
                    path, at, object.key() + " is larger than the 1 MB that a cluster keeps");
            return null;
        }
        return found;
    }

    private byte @Nullable [] file(String path, Location at, String file) {
        return switch (files.look(file)) {
            case LocalFiles.Content content -> content.bytes();
            case LocalFiles.Tree _ -> {
                findings.rejected(path, at, file + " is a directory");
                yield null;
            }
            case LocalFiles.Other(String what) -> {
                findings.rejected(path, at, file + " is " + what);
                yield null;
            }
            case LocalFiles.Unreadable(String which, String why) -> {
                findings.rejected(path, at, which + " cannot be read: " + why);
                yield null;
            }
        };
    }

    private static int mode(@Nullable String text) {
        if (text == null) {
            return MODE;
        }
        return Integer.parseInt(text.startsWith("0o") ? text.substring(2) : text, 8);
    }
}
