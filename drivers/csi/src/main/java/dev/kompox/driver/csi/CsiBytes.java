package dev.kompox.driver.csi;

import dev.kompox.driver.Bytes;
import dev.kompox.driver.bytes.HelperCommand;
import dev.kompox.driver.bytes.HelperSession;
import dev.kompox.driver.bytes.Mount;
import dev.kompox.driver.bytes.Program;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.claim.Claims;
import dev.kompox.driver.csi.claim.Condition;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.claim.SnapshotClaims;
import dev.kompox.driver.csi.claim.Users;
import dev.kompox.driver.csi.helper.FirstUse;
import dev.kompox.driver.csi.helper.HelperMount;
import dev.kompox.driver.csi.helper.HelperPod;
import dev.kompox.driver.csi.helper.Helpers;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.manifest.id.AppId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Programs of the helper image beside disks and snapshots of a cluster. */
final class CsiBytes implements Bytes {

    private final Claims claims;
    private final Namespaces namespaces;
    private final Users users;
    private final Helpers helpers;
    private final FirstUse firstUse;
    private final CsiSnapshots snapshots;

    CsiBytes(
            Claims claims,
            Namespaces namespaces,
            Users users,
            Helpers helpers,
            FirstUse firstUse,
            CsiSnapshots snapshots) {
        this.claims = claims;
        this.namespaces = namespaces;
        this.users = users;
        this.helpers = helpers;
        this.firstUse = firstUse;
        this.snapshots = snapshots;
    }

    @Override
    public HelperSession open(List<Mount> mounts, Call call) {
        if (mounts.isEmpty()) {
            throw new IllegalArgumentException("a helper has something mounted");
        }
        List<HelperMount> wanted = new ArrayList<>();
        Map<String, Claim> empty = new ConcurrentHashMap<>();
        AppId app = null;
        for (Mount mount : mounts) {
            Condition found =
                    switch (mount.what()) {
                        case Mount.OfDisk(var ref) ->
                                Condition.of(firstUse.complete(claims.get(ref), call));
                        case Mount.OfSnapshot(var ref) ->
                                Condition.of(new SnapshotClaims(claims).get(ref));
                    };
            found.expectMountable();
            Claim claim = found.claim();
            app = claim.app();
            wanted.add(
                    new HelperMount(
                            mount.at(), claim.nativeId(), HelperMount.DATA, mount.readOnly()));
            if (!mount.readOnly() && claim.annotation(Keys.FILLED).isEmpty()) {
                empty.put(mount.at(), claim);
            }
        }
        return new Session(start(app, wanted, call), empty, claims);
    }

    private HelperPod start(@Nullable AppId app, List<HelperMount> mounts, Call call) {
        if (app == null) {
            throw new IllegalArgumentException("a helper is of an app");
        }
        List<String> names = mounts.stream().map(HelperMount::claim).toList();
        return helpers.start(app, mounts, "", users.node(namespaces.of(app), names), call);
    }

    @Override
    public SequencedMap<String, ByteSize> usage(AppId app, Call call) {
        List<Claim> disks = claims.list(app).stream().filter(Claim::mountable).toList();
        Map<String, ByteSize> measured =
                new Measuring(mounts -> start(app, mounts, call)).of(disks);
        SequencedMap<String, ByteSize> usage = new LinkedHashMap<>();
        disks.stream()
                .map(Claim::nativeId)
                .filter(measured::containsKey)
                .forEach(id -> usage.put(id, measured.get(id)));
        // a snapshot does not change, and was measured when it was taken
        for (Snapshot snapshot : snapshots.list(app)) {
            if (snapshot.size() != null) {
                usage.put(snapshot.nativeId(), snapshot.size());
            }
        }
        return usage;
    }

    /**
     * A helper that runs the programs of the interface.
     *
     * @param empty the disks that never held anything, by the name of their mount
     */
    private record Session(HelperPod helper, Map<String, Claim> empty, Claims claims)
            implements HelperSession {

        @Override
        public int run(Program program, Streams streams, Call call) {
            if (!(streams instanceof Streams.Piped piped)) {
                throw new IllegalArgumentException("a helper's streams pass through the caller");
            }
            HelperCommand command = HelperCommand.of(program);
            int code =
                    helper.run(
                            command.line(),
                            HelperCommand.streams(program, piped, call),
                            command.reads());
            if (code == 0) {
                written(program).ifPresent(at -> markFilled(at, call));
            }
            return code;
        }

        /** A disk that was written to is not to be filled from an image any more. */
        private void markFilled(String at, Call call) {
            Claim claim = empty.remove(at);
            if (claim != null) {
                claims.annotate(claim, Map.of(Keys.FILLED, call.time().now().toString()));
            }
        }

        private static Optional<String> written(Program program) {
            return switch (program) {
                case Program.CopyTree(String _, String to) -> Optional.of(to);
                case Program.Extract(String at) -> Optional.of(at);
                case Program.ReceiveTree(String at, Program.Care _, boolean _) -> Optional.of(at);
                case Program.Manifest _,
                        Program.Remember _,
                        Program.Archive _,
                        Program.SendTree _,
                        Program.Measure _ ->
                        Optional.empty();
            };
        }

        @Override
        public void close() {
            helper.close();
        }
    }
}
