package dev.kompox.driver.csi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kompox.compose.ComposeLoader;
import dev.kompox.compose.LoadRequest;
import dev.kompox.driver.Driver;
import dev.kompox.driver.DriverSettings;
import dev.kompox.driver.bytes.Mount;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Time;
import dev.kompox.driver.call.Token;
import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.manifest.id.AppId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An app of its own on a real cluster; what is done without Kompox is done with kubectl. */
final class CsiFixture implements DriverFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String cluster;
    private final String namespace;
    private final Workload workload;

    private CsiFixture(String cluster, Workload workload) {
        this.cluster = cluster;
        this.workload = workload;
        this.namespace = AppNames.namespace(workload.app());
    }

    /** Make an app without traces; skips the test where no cluster was named. */
    static CsiFixture make() {
        String kubeconfig = System.getenv("KOMPOX_TEST_KUBECONFIG");
        assumeTrue(kubeconfig != null && !kubeconfig.isEmpty(), "no cluster to test on was named");
        String name = "kit" + ProcessHandle.current().pid() + "x" + NUMBER.incrementAndGet();
        try {
            Path directory = Files.createTempDirectory(name);
            Files.writeString(directory.resolve("compose.yaml"), compose(busybox()));
            return new CsiFixture(Objects.requireNonNull(kubeconfig), workload(name, directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String busybox() {
        return Objects.requireNonNullElse(
                System.getenv("KOMPOX_TEST_BUSYBOX_IMAGE"), "kompox-test/busybox:latest");
    }

    /** The cluster tool has a kubectl that fits; by hand any other will do. */
    private List<String> kubectl() {
        String tool = System.getenv("KOMPOX_TEST_CLUSTER_TOOL");
        return tool == null
                ? List.of("kubectl", "--kubeconfig", cluster)
                : List.of(tool, "kubectl", "test");
    }

    private static String compose(String image) {
        return """
        services:
          db:
            image: %1$s
            command: ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.1; done"]
            pull_policy: never
            stop_grace_period: 5s
            volumes: ["data:/data", "logs:/logs"]
          web:
            image: %1$s
            command: ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.1; done"]
            pull_policy: never
            stop_grace_period: 5s
            depends_on: [db]
        volumes: {data: {}, logs: {}}
        """
                .formatted(image);
    }

    private static Workload workload(String name, Path directory) {
        SequencedMap<VolumeName, Slot> slots = new LinkedHashMap<>();
        slots.put(DATA, new Slot.Derived());
        slots.put(LOGS, new Slot.Derived());
        SequencedMap<VolumeName, List<String>> users = new LinkedHashMap<>();
        users.put(DATA, List.of("db"));
        users.put(LOGS, List.of("db"));
        return new Workload(
                AppId.ofDirectory("local", name),
                ComposeLoader.load(LoadRequest.of(directory, new LinkedHashMap<>())).project(),
                slots,
                users);
    }

    @Override
    public Workload workload() {
        return workload;
    }

    @Override
    public Driver open() {
        SequencedMap<String, String> environment = new LinkedHashMap<>(System.getenv());
        String helper = System.getenv("KOMPOX_TEST_HELPER_IMAGE");
        if (helper != null) {
            environment.put("KOMPOX_HELPER_IMAGE", helper);
        }
        SequencedMap<String, String> options = new LinkedHashMap<>();
        options.put("kubeconfig", cluster);
        options.put("diskSize", "1Gi");
        return new CsiDriverProvider()
                .open(new DriverSettings(options, environment, List.of(workload), null));
    }

    @Override
    public Time time() {
        return Time.system();
    }

    @Override
    public void write(VolumeName volume, String path, String text) {
        String claim = find(volume).orElseGet(() -> make(volume));
        // kubectl exec may lose the end of its input, so it is told how much there is
        for (int i = 0; i < 20; i++) {
            String said = within(claim, text, "cat > /v/" + path + "; wc -c < /v/" + path);
            if (said.strip().equals(String.valueOf(text.length()))) {
                return;
            }
        }
        throw new IllegalStateException("kubectl exec keeps losing input");
    }

    /**
     * A volume finds a disk only when one was given to it: nobody but Kompox does that here. Its
     * first use is Kompox's too, so that all disks are where one pod can mount them.
     */
    private String make(VolumeName volume) {
        DiskRef ref = new DiskRef(workload.app(), volume, new DiskName("first"));
        try (Driver driver = open()) {
            Call call = Call.within(Duration.ofMinutes(3), new Token("op-0", "make it"));
            var disks = driver.disks().orElseThrow();
            disks.ensure(
                    new DiskSpec(ref, null, driver.location(), null, new Source.Blank()), call);
            driver.bytes()
                    .orElseThrow()
                    .open(List.of(new Mount("to", new Mount.OfDisk(ref), true)), call)
                    .close();
            return disks.assign(ref, call).nativeId();
        }
    }

    private Optional<String> find(VolumeName volume) {
        try (Driver driver = open()) {
            return driver.disks().orElseThrow().list(workload.app()).stream()
                    .filter(disk -> disk.assigned() && disk.ref().volume().equals(volume))
                    .map(Disk::nativeId)
                    .findFirst();
        }
    }

    @Override
    public Optional<String> read(VolumeName volume, String path) {
        return find(volume)
                .map(claim ->
                        within(
                                claim,
                                "",
                                "if [ -f /v/"
                                        + path
                                        + " ]; then echo yes; cat /v/"
                                        + path
                                        + "; fi"))
                .filter(said -> said.startsWith("yes\n"))
                .map(said -> said.substring(4));
    }

    /** Run a shell command in a pod of its own that mounts a claim. */
    private String within(String claim, String input, String command) {
        kubectl(pod("visitor", claim, false), "create", "-f", "-");
        try {
            kubectl("", "wait", "--for=condition=Ready", "pod/visitor", "--timeout=90s");
            return kubectl(input, "exec", "-i", "visitor", "--", "sh", "-c", command);
        } finally {
            kubectl("", "delete", "pod", "visitor", "--grace-period=1", "--wait=true");
        }
    }

    @Override
    public void hold(VolumeName volume, boolean writes) {
        kubectl(pod("stranger", find(volume).orElseThrow(), !writes), "create", "-f", "-");
        kubectl("", "wait", "--for=condition=Ready", "pod/stranger", "--timeout=90s");
    }

    @Override
    public void letGo() {
        kubectl("", "delete", "pod", "stranger", "--grace-period=1", "--wait=true");
    }

    private static String pod(String name, String claim, boolean readOnly) {
        return """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s}
        spec:
          terminationGracePeriodSeconds: 1
          containers:
          - name: it
            image: %s
            imagePullPolicy: Never
            command: [sleep, "1000"]
            volumeMounts: [{name: v, mountPath: /v, subPath: data, readOnly: %s}]
          volumes: [{name: v, persistentVolumeClaim: {claimName: %s}}]
        """
                .formatted(name, busybox(), readOnly, claim);
    }

    /**
     * Take away what says that snapshots are complete, as if the making of all had been cut off.
     */
    void halfMake() {
        for (String object : snapshotObjects()) {
            kubectl("", "annotate", object, "kompox.dev/complete-");
        }
    }

    /** List claims and volumes of the app's snapshots. */
    List<String> snapshotObjects() {
        String mine = "kompox.dev/snapshot," + own();
        return kubectl("", "get", "pvc,pv", "-l", mine, "-o", "name").lines().toList();
    }

    /** Ask kubectl about the app's namespace. */
    String ask(String... words) {
        return kubectl("", words).strip();
    }

    /** Return the words that ask for the volumes of the app. */
    String[] volumes(String output) {
        return new String[] {"get", "pv", "-l", own(), "-o", output};
    }

    /** Select what is the app's. */
    private String own() {
        return Keys.APP_ID + "=" + AppNames.labels(workload.app()).get(Keys.APP_ID);
    }

    private String kubectl(String input, String... words) {
        List<String> command = new ArrayList<>(kubectl());
        command.addAll(List.of("-n", namespace));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var stream = process.getOutputStream()) {
                stream.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Volumes outlive their claims, so those go first. Before them a deployment with all that it
     * owns: one that goes before its replica set leaves that to make a pod for the one deleted.
     */
    @Override
    public void close() {
        kubectl("", "delete", "deployment", "--all", "--cascade=foreground", "--wait=true");
        kubectl("", "delete", "pod", "--all", "--grace-period=1", "--wait=true");
        try (Driver driver = open()) {
            Call call = Call.within(Duration.ofMinutes(3), new Token("op-9", "clean"));
            var snapshots = driver.snapshots().orElseThrow();
            snapshots.list(workload.app()).stream()
                    .map(snapshot -> snapshot.ref().name())
                    .distinct()
                    .forEach(name -> snapshots.delete(workload.app(), name, call));
            var disks = driver.disks().orElseThrow();
            for (Disk disk : disks.list(workload.app())) {
                disks.unassign(disk.ref(), call);
                disks.delete(disk.ref(), new Deletion.ForGood(), call);
            }
        }
        kubectl("", "delete", "namespace", namespace, "--ignore-not-found", "--wait=false");
    }
}
