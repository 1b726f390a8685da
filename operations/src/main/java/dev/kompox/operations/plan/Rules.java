package dev.kompox.operations.plan;

import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.operations.engine.Refusal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Refuse what must not be planned; each rule in one place, with the command that helps. */
final class Rules {

    private Rules() {}

    /** Refuse to work on an app that lives elsewhere. */
    static void livesHere(Observation seen) {
        OwnershipRecord owner = seen.owner();
        if (owner != null && !seen.livesHere()) {
            throw new Refusal(
                    name(seen)
                            + " lives on "
                            + owner.place()
                            + " since "
                            + owner.since().truncatedTo(ChronoUnit.SECONDS)
                            + " (epoch "
                            + owner.epoch()
                            + ", by "
                            + owner.by()
                            + ")",
                    kept(seen)
                            + "Work there with: kompox --on "
                            + owner.place()
                            + " status\n"
                            + "To bring it back with its data: kompox move --to "
                            + seen.location());
        }
    }

    /** Say how long the disks that the app left behind are kept. */
    private static String kept(Observation seen) {
        return seen.disks().stream()
                .map(Disk::trash)
                .filter(trash -> trash != null && trash.by().startsWith("mv-"))
                .map(trash -> trash.until().truncatedTo(ChronoUnit.MINUTES))
                .max(Comparator.naturalOrder())
                .map(until -> "Its disks here are kept until " + until + ". ")
                .orElse("");
    }

    /** Refuse while something that is not the app's own writes to one of the volumes. */
    static void onlyOwnWriters(Observation seen, List<VolumeName> volumes) {
        refuseForeign(seen, volumes, Holder::writes);
    }

    /** Refuse to replace a volume that something else has mounted, though it only reads. */
    static void onlyOwnUsers(Observation seen, List<VolumeName> volumes) {
        refuseForeign(seen, volumes, _ -> true);
    }

    private static void refuseForeign(
            Observation seen, List<VolumeName> volumes, Predicate<Holder> disturbs) {
        for (VolumeName volume : volumes) {
            for (Holder holder : seen.holders().getOrDefault(volume, List.of())) {
                boolean known =
                        seen.state().instances().stream()
                                .anyMatch(instance -> instance.id().equals(holder.id()));
                if (holder.running() && disturbs.test(holder) && !known) {
                    throw new Refusal(
                            "volume "
                                    + volume
                                    + " is in use by "
                                    + holder
                                    + (holder.ofApp()
                                            ? ", a one-off or orphan of this app"
                                            : ", which is not of this app"),
                            holder.kind().equals("pod")
                                    ? "Remove it first: kubectl delete pod " + holder.name()
                                    : "Stop it first: docker stop " + holder.name());
                }
            }
        }
    }

    /** Refuse to treat services apart where they only run together. */
    static void together(Observation seen, List<String> services) {
        if (!services.isEmpty()
                && !seen.capabilities().singleServices()
                && !services.containsAll(seen.workload().project().services().keySet())) {
            throw new Refusal(
                    "the services of "
                            + name(seen)
                            + " share one pod on "
                            + seen.location()
                            + ": they start and stop together",
                    "Name no service");
        }
    }

    /** Refuse to start on volumes that somebody else makes and that are not there. */
    static void externalVolumesThere(Observation seen, List<String> services) {
        seen.workload()
                .slots()
                .forEach((volume, slot) -> {
                    List<String> users = seen.workload().users().getOrDefault(volume, List.of());
                    boolean needed =
                            services.isEmpty()
                                    ? !users.isEmpty()
                                    : users.stream().anyMatch(services::contains);
                    if (needed
                            && slot instanceof Slot.EngineVolume(String name, boolean external)
                            && external
                            && seen.assigned(volume).isEmpty()) {
                        throw new Refusal(
                                "volume "
                                        + volume
                                        + " is external, and there is no volume "
                                        + name
                                        + " yet",
                                "Make it: docker volume create "
                                        + name
                                        + "\nor remove \"external\" from volumes."
                                        + volume);
                    }
                });
    }

    /** Return the volumes wished for, or all that have a disk; refuse unknown ones. */
    static List<VolumeName> volumes(Observation seen, List<VolumeName> wished) {
        List<VolumeName> there = seen.volumesWithDisk();
        for (VolumeName volume : wished) {
            if (!seen.workload().slots().containsKey(volume)) {
                throw new Refusal(
                        name(seen)
                                + " has no volume \""
                                + volume
                                + "\"; it has "
                                + list(seen.workload().slots().keySet()),
                        "kompox disk list");
            }
            if (!there.contains(volume)) {
                throw new Refusal("volume " + volume + " has no disk yet", "kompox up");
            }
        }
        if (wished.isEmpty() && there.isEmpty()) {
            throw new Refusal(
                    seen.workload().slots().isEmpty()
                            ? name(seen) + " has no volumes: there is nothing to keep"
                            : name(seen) + " has no disks yet",
                    seen.workload().slots().isEmpty() ? "kompox explain volumes" : "kompox up");
        }
        return wished.isEmpty() ? there : there.stream().filter(wished::contains).toList();
    }

    /** Return a restore point by name; refuse if there is none or if it is incomplete. */
    static RestorePoint restorePoint(Observation seen, SnapshotName name) {
        List<RestorePoint> points = seen.restorePoints();
        RestorePoint point =
                points.stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new Refusal(
                                        "there is no restore point \""
                                                + name
                                                + "\""
                                                + (points.isEmpty()
                                                        ? ""
                                                        : (points.size() == 1
                                                                        ? "; there is only "
                                                                        : "; there are ")
                                                                + list(
                                                                        points.stream()
                                                                                .map(
                                                                                        RestorePoint
                                                                                                ::name)
                                                                                .toList())),
                                        "kompox snapshot list"));
        if (!point.complete()) {
            throw new Refusal(
                    "restore point "
                            + name
                            + " is incomplete: "
                            + list(point.missing())
                            + " missing",
                    "kompox snapshot list");
        }
        return point;
    }

    /** Return a disk by name; refuse if there is none. */
    static Disk disk(Observation seen, VolumeName volume, DiskName name) {
        return seen.disk(volume, name)
                .orElseThrow(() ->
                        new Refusal(
                                "volume " + volume + " has no disk \"" + name + "\"",
                                "kompox disk list"));
    }

    static String name(Observation seen) {
        return seen.workload().project().name();
    }

    static String list(Iterable<?> items) {
        StringBuilder text = new StringBuilder();
        for (Object item : items) {
            text.append(text.isEmpty() ? "" : ", ").append(item);
        }
        return text.isEmpty() ? "none" : text.toString();
    }

    /** Return a term for people, in whole days or, below two of them, hours. */
    static String term(Duration term) {
        return term.compareTo(Duration.ofDays(2)) < 0 && !term.equals(Duration.ofDays(1))
                ? term.toHours() + " h"
                : term.toDays() == 1 ? "1 day" : term.toDays() + " days";
    }
}
