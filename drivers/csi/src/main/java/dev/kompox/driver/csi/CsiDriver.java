package dev.kompox.driver.csi;

import dev.kompox.driver.Apps;
import dev.kompox.driver.Attachments;
import dev.kompox.driver.Bytes;
import dev.kompox.driver.Capabilities;
import dev.kompox.driver.Disks;
import dev.kompox.driver.Driver;
import dev.kompox.driver.Fact;
import dev.kompox.driver.Images;
import dev.kompox.driver.Moves;
import dev.kompox.driver.Records;
import dev.kompox.driver.Runtime;
import dev.kompox.driver.Snapshots;
import dev.kompox.driver.Tunnels;
import dev.kompox.driver.csi.claim.Assignments;
import dev.kompox.driver.csi.claim.Book;
import dev.kompox.driver.csi.claim.Claims;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.claim.NewClaims;
import dev.kompox.driver.csi.claim.Purge;
import dev.kompox.driver.csi.claim.SnapshotClaims;
import dev.kompox.driver.csi.claim.Users;
import dev.kompox.driver.csi.helper.Filler;
import dev.kompox.driver.csi.helper.FirstUse;
import dev.kompox.driver.csi.helper.Helpers;
import dev.kompox.driver.csi.image.ClusterImages;
import dev.kompox.driver.csi.run.ClusterMoves;
import dev.kompox.driver.csi.run.ClusterRuntime;
import dev.kompox.driver.csi.run.ClusterTunnels;
import dev.kompox.driver.csi.run.DeployedDisks;
import dev.kompox.driver.csi.run.Obstacles;
import dev.kompox.driver.place.Location;
import dev.kompox.kubernetes.client.ClusterConnection;
import java.util.List;
import java.util.Optional;

/** One Kubernetes cluster with some apps on it, each in a namespace of its own. */
final class CsiDriver implements Driver {

    private final ClusterConnection cluster;
    private final Location location;
    private final ClusterFacts facts;
    private final CsiDisks disks;
    private final CsiSnapshots snapshots;
    private final CsiBytes bytes;
    private final CsiAttachments attachments;
    private final CsiRecords records;
    private final ClusterRuntime runtime;
    private final ClusterMoves moves;
    private final ClusterTunnels tunnels;
    private final ClusterImages images;

    CsiDriver(ClusterConnection cluster, CsiSettings settings) {
        this.cluster = cluster;
        this.location = new Location(CsiDriverProvider.NAME, cluster.context(), settings.zone());
        StorageClasses classes = new StorageClasses(cluster);
        this.facts = new ClusterFacts(cluster, classes);
        Namespaces namespaces = new Namespaces(cluster, settings.appNamespace());
        Claims claims = new Claims(cluster, namespaces);
        Users users = new Users(cluster);
        Assignments assignments = new Assignments(new Book(cluster, namespaces, "kompox-disks"));
        Helpers helpers = new Helpers(cluster, namespaces, settings.helperImage());
        Filler filler = new Filler(namespaces, users, helpers, settings.zone());
        FirstUse firstUse = new FirstUse(claims, assignments, filler);
        Purge purge = new Purge(claims, namespaces, users);
        this.snapshots = snapshots(claims, namespaces, users, classes, helpers, firstUse, purge);
        this.disks =
                new CsiDisks(
                        claims,
                        namespaces,
                        users,
                        assignments,
                        classes,
                        new DiskMaker(
                                claims,
                                new NewClaims(cluster, namespaces),
                                namespaces,
                                users,
                                classes,
                                filler,
                                firstUse,
                                settings),
                        filler,
                        purge,
                        new DeployedDisks(cluster, namespaces, claims),
                        new DiskView(location));
        this.bytes = new CsiBytes(claims, namespaces, users, helpers, firstUse, snapshots);
        this.attachments = new CsiAttachments(claims, namespaces, users);
        this.records =
                new CsiRecords(
                        new Book(cluster, namespaces, CsiRecords.NAME),
                        namespaces,
                        location,
                        facts::identity);
        this.runtime =
                new ClusterRuntime(
                        cluster, namespaces, claims, users, assignments, firstUse, settings);
        this.tunnels = new ClusterTunnels(cluster, namespaces);
        this.images = new ClusterImages(cluster, settings.helperImage());
        this.moves =
                new ClusterMoves(
                        cluster,
                        namespaces,
                        new Obstacles(
                                cluster,
                                namespaces,
                                assignments,
                                settings,
                                () -> classes.choose(settings.storageClass())),
                        facts::identity,
                        facts::architectures);
    }

    private CsiSnapshots snapshots(
            Claims claims,
            Namespaces namespaces,
            Users users,
            StorageClasses classes,
            Helpers helpers,
            FirstUse firstUse,
            Purge purge) {
        SnapshotClaims snapshots = new SnapshotClaims(claims);
        SnapshotRemoval removal = new SnapshotRemoval(snapshots, namespaces, users, helpers, purge);
        // a snapshot is made where its disk is, whatever zone is chosen for new disks
        Filler filler = new Filler(namespaces, users, helpers, "");
        SnapshotDrafts drafts =
                new SnapshotDrafts(
                        claims,
                        name -> StorageClasses.name(classes.choose(name.isEmpty() ? null : name)));
        SnapshotMaker maker =
                new SnapshotMaker(
                        claims,
                        new NewClaims(cluster, namespaces),
                        drafts,
                        removal,
                        (what, from, to, call) ->
                                filler.copy(what, firstUse.complete(from, call), to, null, call));
        return new CsiSnapshots(snapshots, maker, removal, new SnapshotView(location));
    }

    @Override
    public String name() {
        return CsiDriverProvider.NAME;
    }

    @Override
    public Location location() {
        return location;
    }

    @Override
    public Capabilities capabilities() {
        return facts.capabilities();
    }

    @Override
    public List<Fact> facts() {
        return facts.facts();
    }

    @Override
    public Optional<Disks> disks() {
        return Optional.of(disks);
    }

    @Override
    public Optional<Snapshots> snapshots() {
        return Optional.of(snapshots);
    }

    @Override
    public Optional<Bytes> bytes() {
        return Optional.of(bytes);
    }

    @Override
    public Optional<Attachments> attachments() {
        return Optional.of(attachments);
    }

    @Override
    public Optional<Runtime> runtime() {
        return Optional.of(runtime);
    }

    @Override
    public Optional<Tunnels> tunnels() {
        return Optional.of(tunnels);
    }

    @Override
    public Optional<Apps> apps() {
        return Optional.of(new CsiApps(cluster, records));
    }

    @Override
    public Optional<Images> images() {
        return Optional.of(images);
    }

    @Override
    public Optional<Moves> moves() {
        return Optional.of(moves);
    }

    @Override
    public Optional<Records> records() {
        return Optional.of(records);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
