package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Mount;
import dev.kompox.compose.model.Service;
import dev.kompox.compose.yaml.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What services mount, as volume mounts. */
final class Mounts {

    /** The directory of a claim's volume that holds a disk's bytes. */
    static final String DATA = "data";

    private static final String SHARED_MEMORY = "/dev/shm";

    private final ConversionRequest request;
    private final PodVolumes volumes;
    private final Binds binds;
    private final FileObjects objects;
    private final Findings findings;

    Mounts(ConversionRequest request, Contents contents, PodVolumes volumes, Findings findings) {
        this.request = request;
        this.volumes = volumes;
        this.binds = new Binds(request, contents, volumes, findings);
        this.objects =
                new FileObjects(request.project(), request.files(), contents, volumes, findings);
        this.findings = findings;
    }

    /** Return the mounts of a service. */
    List<Map<String, Object>> of(Service service) {
        List<Body> mounts = new ArrayList<>();
        for (Mount mount : service.mounts()) {
            add(mount(service, service, mount, mount.readOnly()), mounts);
        }
        mounts.addAll(objects.of(service));
        Set<Object> targets = new HashSet<>();
        for (Body mount : mounts) {
            if (!targets.add(target(mount))) {
                findings.rejected(
                        "services." + service.name() + ".volumes",
                        ServiceKeys.at(service, "volumes"),
                        "two things are mounted at " + target(mount) + "; leave one of them out");
            }
        }
        for (String from : ServiceKeys.texts(service.node(), "volumes_from")) {
            from(service, from, targets, mounts);
        }
        String shared = ServiceKeys.text(service.node(), "shm_size");
        if (shared != null && !targets.contains(SHARED_MEMORY)) {
            mounts.add(body(volumes.memory(Long.parseLong(shared)), SHARED_MEMORY, false));
        }
        List<Map<String, Object>> all = new ArrayList<>();
        mounts.forEach(mount -> all.add(mount.map()));
        return all;
    }

    /** Add what another service mounts, {@code SERVICE[:ro]}, where nothing of its own is. */
    private void from(Service service, String from, Set<Object> targets, List<Body> mounts) {
        String[] words = from.split(":", -1);
        Service other = request.project().services().get(words[0]);
        if (other == null) {
            findings.rejected(
                    "services." + service.name() + ".volumes_from",
                    ServiceKeys.at(service, "volumes_from"),
                    "only a service of the project is known on a cluster, not " + from);
            return;
        }
        boolean readOnly = words[words.length - 1].equals("ro");
        for (Mount mount : other.mounts()) {
            // memory is a container's own
            if (!(mount instanceof Mount.TmpfsMount) && targets.add(mount.target())) {
                add(mount(service, other, mount, readOnly || mount.readOnly()), mounts);
            }
        }
        for (String further : ServiceKeys.texts(other.node(), "volumes_from")) {
            from(service, readOnly ? further.split(":", -1)[0] + ":ro" : further, targets, mounts);
        }
    }

    private @Nullable Body mount(Service service, Service owner, Mount mount, boolean readOnly) {
        String key = service.name().equals(owner.name()) ? "volumes" : "volumes_from";
        String path = "services." + service.name() + "." + key;
        Location at = ServiceKeys.at(service, key);
        return switch (mount) {
            case Mount.VolumeMount volume -> volume(path, at, volume, readOnly);
            case Mount.BindMount bind -> binds.of(path, at, bind, readOnly);
            case Mount.TmpfsMount memory ->
                    body(volumes.memory(memory.sizeBytes()), memory.target(), readOnly);
            case Mount.AnonymousMount scratch -> {
                findings.caveat(
                        path,
                        at,
                        scratch.target()
                                + " has no named volume: what is written there goes with the pod,"
                                + " and it is empty at first");
                yield body(
                        volumes.scratch(owner.name() + ":" + scratch.target()),
                        scratch.target(),
                        readOnly);
            }
            case Mount.OtherMount other -> {
                findings.rejected(
                        path, at, "a mount of type " + other.type() + " cannot be had in a pod");
                yield null;
            }
        };
    }

    private @Nullable Body volume(
            String path, @Nullable Location at, Mount.VolumeMount volume, boolean readOnly) {
        String claim = claim(request, volume.volume());
        String sub = volume.subpath();
        if (sub != null && List.of(sub.split("/", -1)).contains("..")) {
            findings.rejected(path, at, "the subpath " + sub + " leads out of the volume");
            return null;
        }
        return body(volumes.claim(claim), volume.target(), readOnly)
                .with("subPath", sub == null ? DATA : DATA + "/" + sub);
    }

    static String claim(ConversionRequest request, String volume) {
        String claim = request.claims().get(volume);
        if (claim == null) {
            throw new IllegalArgumentException("no claim for volume " + volume);
        }
        return claim;
    }

    static Body body(String volume, String target, boolean readOnly) {
        return new Body()
                .with("name", volume)
                .with("mountPath", target)
                .with("readOnly", readOnly ? Boolean.TRUE : null);
    }

    private static Object target(Body mount) {
        return String.valueOf(mount.map().get("mountPath"));
    }

    private static void add(@Nullable Body mount, List<Body> mounts) {
        if (mount != null) {
            mounts.add(mount);
        }
    }
}
