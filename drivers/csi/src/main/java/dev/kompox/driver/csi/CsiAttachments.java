package dev.kompox.driver.csi;

import dev.kompox.driver.Attachments;
import dev.kompox.driver.attachment.Detachment;
import dev.kompox.driver.attachment.Evidence;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.claim.Claims;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.claim.Users;
import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.csi.run.AppPods;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who holds a disk on a cluster: the pods that use its claim, and the nodes it is attached to. */
final class CsiAttachments implements Attachments {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Claims claims;
    private final Namespaces namespaces;
    private final Users users;

    CsiAttachments(Claims claims, Namespaces namespaces, Users users) {
        this.claims = claims;
        this.namespaces = namespaces;
        this.users = users;
    }

    @Override
    public List<Holder> holders(DiskRef disk) {
        String namespace = namespaces.of(disk.app());
        return users.of(namespace, claims.get(disk).nativeId()).stream()
                .map(user -> holder(disk, namespace, user))
                .toList();
    }

    @Override
    public Detachment ensureDetached(DiskRef disk, Call call) {
        Instant latest = call.time().now().plus(LONGEST);
        while (true) {
            Claim claim = claims.get(disk);
            List<Users.User> using = users.of(namespaces.of(disk.app()), claim.nativeId());
            List<String> blocking = new ArrayList<>();
            using.stream()
                    .filter(Users.User::writes)
                    .forEach(user -> blocking.add("pod " + user.name()));
            List<String> nodes = claim.volumeName().map(users::attached).orElse(List.of());
            if (using.isEmpty()) {
                // a reader keeps its volume attached, and does no harm
                nodes.forEach(node -> blocking.add("node " + node));
            }
            Instant now = call.time().now();
            if (blocking.isEmpty()) {
                return new Detachment(disk, evidence(disk, claim, nodes, now));
            }
            if (call.expired() || now.isAfter(latest)) {
                throw new DriverException(
                        new Category.InUse(blocking),
                        "disk " + disk + " is in use by " + String.join(", ", blocking),
                        "kubectl -n " + namespaces.of(disk.app()) + " get pods -o wide");
            }
            pause(call);
        }
    }

    private List<Evidence> evidence(DiskRef disk, Claim claim, List<String> nodes, Instant now) {
        List<Evidence> all = new ArrayList<>();
        all.add(
                new Evidence(
                        "Kubernetes, pods of "
                                + namespaces.of(disk.app())
                                + " that use claim "
                                + claim.nativeId(),
                        "none may write",
                        now));
        claim.volumeName()
                .ifPresent(name ->
                        all.add(
                                new Evidence(
                                        "Kubernetes, attachments of volume " + name,
                                        nodes.isEmpty()
                                                ? "none"
                                                : "for readers only, on " + nodes.getFirst(),
                                        now)));
        return all;
    }

    private static Holder holder(DiskRef disk, String namespace, Users.User user) {
        boolean ofApp =
                user.label(Keys.APP_ID).equals(AppNames.labels(disk.app()).get(Keys.APP_ID));
        return new Holder(
                "pod",
                AppPods.instance(disk.app(), namespace, user)
                        .orElseGet(() -> user.pod().getMetadata().getUid()),
                user.name(),
                ofApp,
                user.writes(),
                user.running());
    }

    private static void pause(Call call) {
        try {
            call.time().sleep(POLL);
        } catch (InterruptedException e) {
            throw DriverException.interrupted("waiting for a disk to be free", e);
        }
    }
}
