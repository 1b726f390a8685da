package dev.kompox.driver.csi;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Token;
import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.claim.Claims;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.claim.NewClaim;
import dev.kompox.driver.csi.claim.NewClaims;
import dev.kompox.driver.csi.claim.Purge;
import dev.kompox.driver.csi.claim.SnapshotClaims;
import dev.kompox.driver.csi.claim.Users;
import dev.kompox.driver.csi.fake.FakeStorage;
import dev.kompox.driver.csi.helper.Helpers;
import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotSpec;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.manifest.id.AppId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An app with disks on a cluster in memory, and its snapshots; copying is what the test says. */
final class SnapshotPlace implements AutoCloseable {

    static final AppId APP = AppId.ofDirectory("local", "shop");
    static final ByteSize COPIED = new ByteSize(4711);

    final FakeStorage storage = new FakeStorage(AppNames.namespace(APP));
    final List<String> copied = new CopyOnWriteArrayList<>();
    final CsiSnapshots snapshots;
    final Claims claims;

    private final ClusterConnection cluster = storage.connect();
    private final NewClaims created;
    private Consumer<Claim> copying = _ -> {};

    SnapshotPlace() {
        Namespaces namespaces = new Namespaces(cluster, null);
        Users users = new Users(cluster);
        claims = new Claims(cluster, namespaces);
        created = new NewClaims(cluster, namespaces);
        SnapshotClaims found = new SnapshotClaims(claims);
        SnapshotRemoval removal =
                new SnapshotRemoval(
                        found,
                        namespaces,
                        users,
                        new Helpers(cluster, namespaces, "helper"),
                        new Purge(claims, namespaces, users));
        snapshots =
                new CsiSnapshots(
                        found,
                        new SnapshotMaker(
                                claims,
                                created,
                                new SnapshotDrafts(claims, name -> name),
                                removal,
                                this::copy),
                        removal,
                        new SnapshotView(new Location("kube", "fake", "")));
    }

    private ByteSize copy(String what, Claim from, Claim to, Call call) {
        copied.add(from.ref().toString());
        copying.accept(from);
        return COPIED;
    }

    /** Say what happens when a disk is copied. */
    void whenCopied(Consumer<Claim> happens) {
        copying = happens;
    }

    /** Make a disk. */
    DiskRef disk(String volume, long bytes) {
        DiskRef ref = new DiskRef(APP, new VolumeName(volume), new DiskName("main"));
        var _ =
                created.create(
                        APP,
                        AppNames.claim(ref),
                        new NewClaim(
                                AppNames.labels(ref),
                                AppNames.annotations(ref, "blank", call("op-0")),
                                "fast",
                                new ByteSize(bytes)));
        claims.retain(claims.get(ref));
        claims.annotate(claims.get(ref), Map.of(Keys.COMPLETE, "yes"));
        return ref;
    }

    static Call call(String operation) {
        return Call.within(Duration.ofSeconds(20), new Token(operation, "step"));
    }

    static SnapshotName name(String name) {
        return new SnapshotName(name);
    }

    static SnapshotSpec spec(String name, DiskRef... disks) {
        return new SnapshotSpec(APP, name(name), List.of(disks), Consistency.CRASH_EACH);
    }

    @Override
    public void close() {
        cluster.close();
        storage.close();
    }
}
