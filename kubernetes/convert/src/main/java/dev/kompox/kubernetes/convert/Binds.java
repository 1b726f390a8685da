package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Mount;
import dev.kompox.compose.yaml.Location;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What services mount from this machine: volumes of the app, or copies of files in ConfigMaps. */
final class Binds {

    private static final int MODE = 0644;
    private static final int EXECUTABLE = 0755;
    private static final Set<String> ENGINES = Set.of("/var/run/docker.sock", "/run/docker.sock");
    private static final Pattern KERNEL = Pattern.compile("/(dev|proc|sys)(/.*)?");
    private static final Set<String> CLOCKS = Set.of("/etc/localtime", "/etc/timezone");

    private final LocalFiles files;
    private final Directories directories;
    private final Contents contents;
    private final PodVolumes volumes;
    private final Findings findings;

    Binds(ConversionRequest request, Contents contents, PodVolumes volumes, Findings findings) {
        this.files = request.files();
        this.directories = new Directories(request, volumes, findings);
        this.contents = contents;
        this.volumes = volumes;
        this.findings = findings;
    }

    /** Return the volume mount, or null if there is none. */
    @Nullable Body of(String path, @Nullable Location at, Mount.BindMount bind, boolean readOnly) {
        String source = bind.source();
        Body disk = directories.of(path, at, bind, readOnly);
        if (disk != null) {
            return disk;
        }
        if (CLOCKS.contains(source)) {
            findings.ignored(path, at, source + " is not mounted; set the variable TZ instead");
            return null;
        }
        if (ENGINES.contains(source)) {
            findings.rejected(
                    path,
                    at,
                    source
                            + " is the way to a Docker Engine, and a cluster has none; run this"
                            + " service on an engine");
            return null;
        }
        if (KERNEL.matcher(source).matches()) {
            findings.rejected(
                    path,
                    at,
                    source
                            + " belongs to the machine, and a pod of an app has nothing of its"
                            + " node; run this service on an engine");
            return null;
        }
        switch (files.look(source)) {
            case LocalFiles.Content content -> {
                if (!bind.readOnly()) {
                    findings.caveat(path, at, source + " is a copy that the service cannot change");
                }
                return file(source, content, bind.target());
            }
            case LocalFiles.Tree tree when bind.readOnly() -> {
                return tree(path, at, bind, tree);
            }
            case LocalFiles.Tree _ ->
                    findings.rejected(
                            path,
                            at,
                            source
                                    + " is a directory of this machine that the service may write"
                                    + " to; use a named volume, or mount it with :ro");
            case LocalFiles.Other(String what) ->
                    findings.rejected(
                            path,
                            at,
                            source
                                    + " is "
                                    + what
                                    + "; use a named volume, a directory of the project that the"
                                    + " service may write to, or configs");
            case LocalFiles.Unreadable(String file, String why) ->
                    findings.rejected(path, at, file + " cannot be read: " + why);
        }
        return null;
    }

    private @Nullable Body tree(
            String path, @Nullable Location at, Mount.BindMount bind, LocalFiles.Tree tree) {
        if (tree.files().keySet().stream().anyMatch(name -> name.startsWith(".."))) {
            findings.rejected(
                    path,
                    at,
                    bind.source()
                            + " has a file whose name begins with two dots, which a cluster does"
                            + " not mount");
            return null;
        }
        if (tree.hollow()) {
            findings.caveat(
                    path, at, "directories without files in " + bind.source() + " are left out");
        }
        TreeKeys keys = TreeKeys.of(tree.files().keySet());
        SortedMap<String, byte[]> files = new TreeMap<>();
        keys.byPath().forEach((name, key) -> files.put(key, content(tree, name)));
        String volume =
                volumes.files(
                        "configMap",
                        contents.configMap(files),
                        tree.executable() ? EXECUTABLE : MODE,
                        keys.items());
        return Mounts.body(volume, bind.target(), true);
    }

    private static byte[] content(LocalFiles.Tree tree, String name) {
        return tree.files().getOrDefault(name, new byte[0]);
    }

    private Body file(String source, LocalFiles.Content content, String target) {
        SortedMap<String, byte[]> one = new TreeMap<>();
        String key = key(source);
        one.put(key, content.bytes());
        int mode = content.executable() ? EXECUTABLE : MODE;
        String volume = volumes.files("configMap", contents.configMap(one), mode);
        return Mounts.body(volume, target, true).with("subPath", key);
    }

    /** Return a path's last part as a ConfigMap's key. */
    static String key(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String key = name.replaceAll("[^-._a-zA-Z0-9]", "_");
        return key.startsWith("..") ? "_" + key.substring(1) : key;
    }
}
