package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.FileObject;
import dev.kompox.compose.model.Mount;
import dev.kompox.compose.model.Service;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.SequenceNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What services mount, as volume mounts. */
final class Mounts {

    /** The directory of a claim's volume that holds a disk's bytes. */
    static final String DATA = "data";

    private static final int CONFIG_MODE = 0444;
    private static final int FILE_MODE = 0644;
    private static final Set<String> CLOCKS = Set.of("/etc/localtime", "/etc/timezone");

    private final ConversionRequest request;
    private final Contents contents;
    private final PodVolumes volumes;
    private final Findings findings;

    Mounts(ConversionRequest request, Contents contents, PodVolumes volumes, Findings findings) {
        this.request = request;
        this.contents = contents;
        this.volumes = volumes;
        this.findings = findings;
    }

    /** Return the mounts of a service. */
    List<Map<String, Object>> of(Service service) {
        List<Body> mounts = new ArrayList<>();
        for (Mount mount : service.mounts()) {
            mount(service, mount, mounts);
        }
        objects(service, "configs", request.project().configs(), mounts);
        objects(service, "secrets", request.project().secrets(), mounts);
        String shared = ServiceKeys.text(service.node(), "shm_size");
        if (shared != null) {
            mounts.add(body(volumes.memory(Long.parseLong(shared)), "/dev/shm", false));
        }
        List<Map<String, Object>> all = new ArrayList<>();
        mounts.forEach(mount -> all.add(mount.map()));
        return all;
    }

    private void mount(Service service, Mount mount, List<Body> mounts) {
        String path = "services." + service.name() + ".volumes";
        Location at = ServiceKeys.at(service, "volumes");
        switch (mount) {
            case Mount.VolumeMount volume -> {
                String claim = request.claims().get(volume.volume());
                if (claim == null) {
                    throw new IllegalArgumentException("no claim for volume " + volume.volume());
                }
                String sub = volume.subpath();
                mounts.add(
                        body(volumes.claim(claim), volume.target(), volume.readOnly())
                                .with("subPath", sub == null ? DATA : DATA + "/" + sub));
            }
            case Mount.BindMount bind -> bind(path, at, bind, mounts);
            case Mount.TmpfsMount memory ->
                    mounts.add(
                            body(
                                    volumes.memory(memory.sizeBytes()),
                                    memory.target(),
                                    memory.readOnly()));
            case Mount.AnonymousMount scratch -> {
                findings.caveat(
                        path,
                        at,
                        scratch.target()
                                + " has no named volume: what is written there goes with the pod,"
                                + " and it is empty at first");
                mounts.add(body(volumes.scratch(), scratch.target(), scratch.readOnly()));
            }
            case Mount.OtherMount other ->
                    findings.rejected(
                            path,
                            at,
                            "a mount of type " + other.type() + " cannot be had in a pod");
        }
    }

    private void bind(String path, @Nullable Location at, Mount.BindMount bind, List<Body> mounts) {
        if (CLOCKS.contains(bind.source())) {
            findings.ignored(
                    path, at, bind.source() + " is not mounted; set the variable TZ instead");
            return;
        }
        switch (request.files().look(bind.source())) {
            case LocalFiles.Content content -> {
                SortedMap<String, byte[]> files = new TreeMap<>();
                String key = key(bind.source());
                files.put(key, content.bytes());
                String volume = volumes.files("configMap", contents.configMap(files), FILE_MODE);
                mounts.add(body(volume, bind.target(), true).with("subPath", key));
                if (!bind.readOnly()) {
                    findings.caveat(
                            path, at, bind.source() + " is a copy that the service cannot change");
                }
            }
            case LocalFiles.Flat(SortedMap<String, byte[]> files) when bind.readOnly() -> {
                SortedMap<String, byte[]> named = new TreeMap<>();
                files.forEach((name, content) -> named.put(key(name), content));
                if (!named.keySet().equals(files.keySet())) {
                    findings.rejected(
                            path,
                            at,
                            bind.source()
                                    + " has a file whose name a ConfigMap cannot have; allowed are"
                                    + " letters, digits, and the characters - _ .");
                    return;
                }
                mounts.add(
                        body(
                                volumes.files("configMap", contents.configMap(named), FILE_MODE),
                                bind.target(),
                                true));
            }
            case LocalFiles.Flat _ ->
                    findings.rejected(
                            path,
                            at,
                            bind.source()
                                    + " is a directory of this machine that the service may write"
                                    + " to; use a named volume, or mount it with :ro");
            case LocalFiles.Other(String what) ->
                    findings.rejected(
                            path,
                            at,
                            bind.source() + " is " + what + "; use a named volume, or configs");
        }
    }

    private void objects(
            Service service, String kind, Map<String, FileObject> all, List<Body> mounts) {
        if (!(service.node().get(kind) instanceof SequenceNode sequence)) {
            return;
        }
        boolean secret = kind.equals("secrets");
        for (Node item : sequence.items()) {
            if (!(item instanceof MappingNode node)) {
                continue;
            }
            String path = "services." + service.name() + "." + kind;
            String source = ServiceKeys.text(node, "source");
            FileObject object = source == null ? null : all.get(source);
            if (object == null) {
                continue;
            }
            byte[] content = content(path, node.location(), object);
            if (content == null) {
                continue;
            }
            String target = ServiceKeys.text(node, "target");
            String at = target == null ? object.key() : target;
            String absolute = at.startsWith("/") ? at : (secret ? "/run/secrets/" : "/") + at;
            if (node.has("uid") || node.has("gid")) {
                findings.caveat(
                        path,
                        node.location(),
                        "uid and gid are not kept: files of a cluster belong to root");
            }
            SortedMap<String, byte[]> files = new TreeMap<>();
            String key = key(object.key());
            files.put(key, content);
            int mode = mode(ServiceKeys.text(node, "mode"));
            String volume =
                    secret
                            ? volumes.files("secret", contents.secret(files), mode)
                            : volumes.files("configMap", contents.configMap(files), mode);
            mounts.add(body(volume, absolute, true).with("subPath", key));
        }
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
            String value = request.files().variable(object.environment());
            found = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
            if (value == null) {
                findings.rejected(
                        path,
                        at,
                        "variable " + object.environment() + " of " + object.key() + " is not set");
            }
        } else if (object.file() != null) {
            switch (request.files().look(object.file())) {
                case LocalFiles.Content content -> found = content.bytes();
                case LocalFiles.Flat _ ->
                        findings.rejected(path, at, object.file() + " is a directory");
                case LocalFiles.Other(String what) ->
                        findings.rejected(path, at, object.file() + " is " + what);
            }
        }
        if (found != null && found.length > Contents.LARGEST) {
            findings.rejected(
                    path, at, object.key() + " is larger than the 1 MB that a cluster keeps");
            return null;
        }
        return found;
    }

    private static int mode(@Nullable String text) {
        if (text == null) {
            return CONFIG_MODE;
        }
        return Integer.parseInt(text.startsWith("0o") ? text.substring(2) : text, 8);
    }

    /** Return a path's last part as a ConfigMap's key. */
    private static String key(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.replaceAll("[^-._a-zA-Z0-9]", "_");
    }

    private static Body body(String volume, String target, boolean readOnly) {
        return new Body()
                .with("name", volume)
                .with("mountPath", target)
                .with("readOnly", readOnly ? Boolean.TRUE : null);
    }
}
