package dev.kompox.driver.csi;

import dev.kompox.driver.Bytes;
import dev.kompox.driver.bytes.HelperSession;
import dev.kompox.driver.bytes.Mount;
import dev.kompox.driver.bytes.Program;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.claim.Claims;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.claim.Users;
import dev.kompox.driver.csi.helper.HelperMount;
import dev.kompox.driver.csi.helper.HelperPod;
import dev.kompox.driver.csi.helper.Helpers;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.manifest.id.AppId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Programs of the helper image beside disks of a cluster. */
final class CsiBytes implements Bytes {

    private final Claims claims;
    private final Namespaces namespaces;
    private final Users users;
    private final Helpers helpers;

    CsiBytes(Claims claims, Namespaces namespaces, Users users, Helpers helpers) {
        this.claims = claims;
        this.namespaces = namespaces;
        this.users = users;
        this.helpers = helpers;
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
            Claim claim =
                    switch (mount.what()) {
                        case Mount.OfDisk(var ref) -> claims.get(ref);
                        case Mount.OfSnapshot(var ref) -> throw Claims.absent(ref);
                    };
            app = claim.app();
            if (claim.claim() == null) {
                throw new DriverException(
                        new Category.NotFound(),
                        "the claim of disk " + claim.ref() + " was removed",
                        "kompox disk list");
            }
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
        SequencedMap<String, ByteSize> usage = new LinkedHashMap<>();
        List<Claim> known =
                claims.list(app).stream()
                        .filter(claim -> claim.claim() != null && claim.complete())
                        .toList();
        // disks of one zone, or of one node, can be reached together; others cannot
        Map<String, List<Claim>> together =
                known.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Claim::place, LinkedHashMap::new, Collectors.toList()));
        together.values().forEach(group -> measure(app, group, usage, call));
        SequencedMap<String, ByteSize> ordered = new LinkedHashMap<>();
        known.stream()
                .map(Claim::nativeId)
                .filter(usage::containsKey)
                .forEach(id -> ordered.put(id, usage.get(id)));
        return ordered;
    }

    private void measure(AppId app, List<Claim> group, Map<String, ByteSize> usage, Call call) {
        Map<String, Claim> named = new LinkedHashMap<>();
        for (Claim claim : group) {
            named.put(
                    "disk" + (char) ('a' + named.size() / 26) + (char) ('a' + named.size() % 26),
                    claim);
        }
        List<HelperMount> mounts = new ArrayList<>();
        named.forEach((at, claim) ->
                mounts.add(new HelperMount(at, claim.nativeId(), HelperMount.DATA, true)));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (HelperPod helper = start(app, mounts, call)) {
            List<String> command = new ArrayList<>(List.of("/kompox/bin/measure", "used"));
            command.addAll(named.keySet());
            helper.check("measuring disks", command, said);
        }
        for (String line : said.toString(StandardCharsets.UTF_8).split("\n", -1)) {
            String[] words = line.split(" ", -1);
            Claim claim = words.length == 3 ? named.get(words[1]) : null;
            if (claim != null && words[0].equals("used")) {
                usage.put(claim.nativeId(), new ByteSize(Long.parseLong(words[2])));
            }
        }
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
            int code = helper.run(command(program), piped, reads(program));
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

        private static boolean reads(Program program) {
            return program instanceof Program.Extract
                    || program instanceof Program.SendTree
                    || program instanceof Program.ReceiveTree;
        }

        private static List<String> command(Program program) {
            return switch (program) {
                case Program.CopyTree(String from, String to) ->
                        List.of("/kompox/bin/copy-tree", from, to);
                case Program.Manifest(String at, boolean hashed) ->
                        hashed
                                ? List.of("/kompox/bin/tree-manifest", at, "--hashed")
                                : List.of("/kompox/bin/tree-manifest", at);
                case Program.Remember(String at) ->
                        List.of("/kompox/bin/tree-manifest", at, "--remember");
                case Program.Archive(String at) -> List.of("/kompox/bin/archive-tree", at);
                case Program.Extract(String at) -> List.of("/kompox/bin/extract-tree", at);
                case Program.SendTree(String at) -> List.of("/kompox/bin/send-tree", at);
                case Program.ReceiveTree(String at, Program.Care care, boolean whole) ->
                        List.of(
                                "/kompox/bin/receive-tree",
                                at,
                                word(care),
                                whole ? "whole" : "changes");
                case Program.Measure(String at) -> List.of("/kompox/bin/measure", "both", at);
            };
        }

        private static String word(Program.Care care) {
            return switch (care) {
                case LIVE -> "live";
                case AT_REST -> "at-rest";
                case EVERY_BYTE -> "every-byte";
            };
        }

        @Override
        public void close() {
            helper.close();
        }
    }
}
