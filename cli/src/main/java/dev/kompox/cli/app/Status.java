package dev.kompox.cli.app;

import dev.kompox.cli.act.Remarks;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Table;
import dev.kompox.cli.output.Trashed;
import dev.kompox.cli.output.Words;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.operations.engine.Replay;
import dev.kompox.operations.event.EventSink;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.RestorePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Tell how an app is: its services, its disks, its newest restore point, what is unfinished. */
final class Status implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("status", "Tell how the app is: services, disks, restore points.")
                .example("kompox status", "for people")
                .example("kompox status -o json", "for a program")
                .example("watch kompox status", "again and again");
    }

    @Override
    public int run(Invocation call) {
        Observation seen = call.session().observe();
        Remarks.tell(call);
        List<Replay> unfinished =
                call.session()
                        .operations(EventSink.none(), 0)
                        .engine()
                        .unfinished(damaged -> call.tell("warning: " + damaged));
        return call.answer(
                new Answer(
                        lines(call, seen, unfinished),
                        document(seen, unfinished),
                        List.of(seen.workload().project().name())));
    }

    private static List<String> lines(Invocation call, Observation seen, List<Replay> unfinished) {
        List<String> lines = new ArrayList<>();
        lines.add(UpReport.summary(seen) + " on " + seen.location());
        lives(lines, call, seen);
        Table services = new Table("SERVICE", "STATE", "SINCE", "PORTS");
        for (String service : seen.workload().project().services().keySet()) {
            List<InstanceState> instances = seen.state().of(service);
            if (instances.isEmpty()) {
                services.row(service, "no container", Words.UNKNOWN, "");
            }
            for (InstanceState each : instances) {
                services.row(
                        service,
                        Instances.state(each),
                        Instances.since(each, seen.at()),
                        String.join(" ", each.ports()));
            }
        }
        lines.add("");
        lines.addAll(services.lines(call.width()));
        disks(lines, call, seen);
        closing(lines, call, seen, unfinished);
        return lines;
    }

    /** Say where the app lives, if that is not here, or if it has ever moved. */
    private static void lives(List<String> lines, Invocation call, Observation seen) {
        OwnershipRecord owner = seen.owner();
        if (owner == null || (seen.livesHere() && owner.epoch() == 1)) {
            return;
        }
        lines.add(
                "Lives "
                        + (seen.livesHere() ? "here" : "on " + owner.place())
                        + " since "
                        + Words.time(owner.since(), call.terminal().zone())
                        + ", epoch "
                        + owner.epoch()
                        + ", by "
                        + owner.by());
        if (!seen.livesHere()) {
            lines.add("Work there with: kompox --on " + owner.place() + " status");
            lines.add("Bring it back with: kompox move --to " + seen.location());
        }
    }

    private static void disks(List<String> lines, Invocation call, Observation seen) {
        if (seen.workload().slots().isEmpty()) {
            return;
        }
        Table disks = new Table("VOLUME", "DISK", "WHERE", "AGE", "USED BY");
        for (VolumeName volume : seen.workload().slots().keySet()) {
            Disk disk = seen.assigned(volume).orElse(null);
            disks.row(
                    volume.value(),
                    disk == null ? "none yet" : disk.ref().name().value(),
                    disk == null ? Words.UNKNOWN : disk.nativeId(),
                    disk == null ? Words.UNKNOWN : Words.age(disk.createdAt(), seen.at()),
                    Words.list(seen.workload().users().getOrDefault(volume, List.of())));
        }
        lines.add("");
        lines.addAll(disks.lines(call.width()));
    }

    private static void closing(
            List<String> lines, Invocation call, Observation seen, List<Replay> unfinished) {
        lines.add("");
        List<RestorePoint> points =
                seen.restorePoints().stream().filter(RestorePoint::complete).toList();
        lines.add(
                points.isEmpty()
                        ? "No restore points. Make one with: kompox snapshot create"
                        : "Newest of "
                                + Words.count(points.size(), "restore point")
                                + ": "
                                + points.getFirst().name()
                                + ", "
                                + Words.time(points.getFirst().takenAt(), call.terminal().zone()));
        Trashed.over(seen).ifPresent(lines::add);
        for (Replay replay : unfinished) {
            lines.add(
                    "Unfinished: "
                            + replay.plan().title()
                            + ". Go on with: kompox operation resume "
                            + replay.header().operation());
            if (!replay.committed() && !replay.rollingBack() && replay.plan().goesBack()) {
                lines.add("Or go back: kompox operation rollback " + replay.header().operation());
            }
        }
    }

    private static SequencedMap<String, @Nullable Object> document(
            Observation seen, List<Replay> unfinished) {
        List<Object> disks = new ArrayList<>();
        for (VolumeName volume : seen.workload().slots().keySet()) {
            Disk disk = seen.assigned(volume).orElse(null);
            disks.add(
                    Answer.document(
                            "volume", volume.value(),
                            "disk", disk == null ? null : disk.ref().name().value(),
                            "nativeId", disk == null ? null : disk.nativeId(),
                            "createdAt", disk == null ? null : disk.createdAt().toString(),
                            "services", seen.workload().users().getOrDefault(volume, List.of())));
        }
        List<RestorePoint> points =
                seen.restorePoints().stream().filter(RestorePoint::complete).toList();
        return Answer.document(
                "app", seen.workload().project().name(),
                "id", seen.workload().app().toString(),
                "place", seen.location().toString(),
                "livesOn", seen.owner() == null ? null : seen.owner().place().toString(),
                "livesSince", seen.owner() == null ? null : seen.owner().since().toString(),
                "epoch", seen.owner() == null ? null : seen.owner().epoch(),
                "services", List.copyOf(seen.workload().project().services().keySet()),
                "containers", Instances.documents(seen.state().instances()),
                "disks", disks,
                "restorePoints", points.size(),
                "newestRestorePoint", points.isEmpty() ? null : points.getFirst().name().value(),
                "unfinishedOperations",
                        unfinished.stream()
                                .map(each -> each.header().operation().value())
                                .toList());
    }
}
