package dev.kompox.driver.docker;

import dev.kompox.driver.Attachments;
import dev.kompox.driver.attachment.Detachment;
import dev.kompox.driver.attachment.Evidence;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.docker.compose.Labels;
import dev.kompox.driver.docker.engine.ContainerInfo;
import dev.kompox.driver.docker.storage.DockerDisks;
import dev.kompox.driver.docker.storage.Users;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Who holds a disk on an engine: the containers that mount it. */
final class DockerAttachments implements Attachments {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final DockerDisks disks;
    private final Users users;
    private final List<Workload> workloads;

    DockerAttachments(DockerDisks disks, Users users, List<Workload> workloads) {
        this.disks = disks;
        this.users = users;
        this.workloads = workloads;
    }

    @Override
    public List<Holder> holders(DiskRef disk) {
        return users.of(nativeId(disk)).stream()
                .map(user -> holder(disk, user))
                .sorted(Comparator.comparing(Holder::name))
                .toList();
    }

    @Override
    public Detachment ensureDetached(DiskRef disk, Call call) {
        String nativeId = nativeId(disk);
        Instant latest = call.time().now().plus(LONGEST);
        while (true) {
            List<String> writers =
                    users.of(nativeId).stream()
                            .filter(user -> user.writable() && user.container().alive())
                            .map(user -> "container " + user.container().name())
                            .sorted()
                            .toList();
            Instant now = call.time().now();
            if (writers.isEmpty()) {
                return new Detachment(
                        disk,
                        List.of(
                                new Evidence(
                                        "Docker Engine, containers that mount " + nativeId,
                                        "none is alive",
                                        now)));
            }
            if (call.expired() || now.isAfter(latest)) {
                throw new DriverException(
                        new Category.InUse(writers),
                        "disk " + disk + " is in use by " + String.join(", ", writers),
                        "docker stop " + writers.getFirst().substring("container ".length()));
            }
            sleep(call);
        }
    }

    private Holder holder(DiskRef disk, Users.User user) {
        ContainerInfo container = user.container();
        String project = container.labels().getOrDefault(Labels.PROJECT, "");
        boolean ofApp =
                workloads.stream()
                        .anyMatch(one ->
                                one.app().equals(disk.app())
                                        && one.project().name().equals(project));
        return new Holder(
                "container",
                container.id(),
                container.name(),
                ofApp,
                user.writable(),
                container.alive());
    }

    private String nativeId(DiskRef ref) {
        return disks.find(ref)
                .map(Disk::nativeId)
                .orElseThrow(() ->
                        new DriverException(
                                new Category.NotFound(),
                                "there is no disk " + ref,
                                "kompox disk list"));
    }

    private static void sleep(Call call) {
        try {
            call.time().sleep(POLL);
        } catch (InterruptedException e) {
            throw DriverException.interrupted("waiting for a disk to be free", e);
        }
    }
}
