package dev.kompox.cli.snapshot;

import dev.kompox.cli.act.Act;
import dev.kompox.cli.command.Arguments;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.Terms;
import dev.kompox.cli.output.Words;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotSpec;
import dev.kompox.operations.engine.Outcome;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.SnapshotPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** Take a restore point. */
final class CreateSnapshot implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("snapshot create", "Keep all disks of the app as they are now.")
                .example("kompox snapshot create", "stop cleanly, copy, start again")
                .example("kompox snapshot create --name before-upgrade", "under a name")
                .example("kompox snapshot create --frozen", "freeze instead of stopping")
                .value("-n --name", "NAME", "its name (default: the time)")
                .value("--freeze-limit", "TERM", "longest time frozen (default 10m)")
                .flag("--frozen", "freeze the app instead of stopping it")
                .values("--volume", "VOLUME", "only this volume; may be repeated")
                .note(
                        "Stopped is what a clean shutdown leaves. Frozen is what a power cut leaves"
                                + " at one instant: databases recover from it, and the app is"
                                + " never stopped.");
    }

    @Override
    public int run(Invocation call) {
        Arguments typed = call.arguments();
        SnapshotName name =
                Points.name(typed.value("--name", byTime(Instant.now(), call.terminal().zone())));
        List<VolumeName> volumes = Points.volumes(typed.values("--volume"));
        Duration limit = Terms.read("--freeze-limit", typed.value("--freeze-limit", "10m"));
        Observation seen = call.session().observeAll();
        SnapshotPlan.Wish wish =
                new SnapshotPlan.Wish(name, volumes, typed.flag("--frozen"), limit);
        Plan plan = SnapshotPlan.of(seen, wish);
        expectPossible(call, seen, wish);
        return new Act(call)
                .ending(done -> List.of(closing(wish, done)))
                .run(seen, plan, "Nothing to do.");
    }

    /** Find out while the app still runs what would fail once it is stopped. */
    private static void expectPossible(Invocation call, Observation seen, SnapshotPlan.Wish wish) {
        List<Disk> disks =
                seen.volumesWithDisk().stream()
                        .filter(each -> wish.volumes().isEmpty() || wish.volumes().contains(each))
                        .map(each -> seen.assigned(each).orElseThrow())
                        .toList();
        Consistency consistency = wish.frozen() ? Consistency.FROZEN_GROUP : Consistency.STOPPED;
        long bytes = seen.bytes(disks.stream().map(Disk::nativeId).toList());
        call.session()
                .place()
                .snapshots()
                .expectPossible(
                        new SnapshotSpec(
                                seen.workload().app(),
                                wish.name(),
                                disks.stream().map(Disk::ref).toList(),
                                consistency),
                        new ByteSize(Math.max(0, bytes)));
    }

    private static String closing(SnapshotPlan.Wish wish, Outcome.Completed done) {
        return "Restore point "
                + wish.name()
                + (wish.volumes().isEmpty() ? "" : " of " + Words.list(wish.volumes()))
                + " is taken"
                + manner(wish, done)
                + ". Restore with: kompox restore "
                + wish.name();
    }

    /**
     * Say what the restore point promises, which is less than was wanted if something was killed.
     */
    private static String manner(SnapshotPlan.Wish wish, Outcome.Completed done) {
        boolean killed =
                done.results().values().stream()
                        .map(result -> result.stringOrNull("consistency"))
                        .anyMatch(Consistency.CRASH_GROUP.word()::equals);
        if (killed) {
            return ", but not after a clean stop: it is what a power cut leaves";
        }
        return wish.frozen() ? ", frozen" : ", stopped";
    }

    /** A name that sorts by time and says it: {@code 20261123-104159}. */
    private static String byTime(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        long date =
                local.getYear() * 10_000L + local.getMonthValue() * 100L + local.getDayOfMonth();
        int time = local.getHour() * 10_000 + local.getMinute() * 100 + local.getSecond();
        return date + "-" + String.valueOf(1_000_000 + time).substring(1);
    }
}
