package dev.kompox.cli.disk;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Table;
import dev.kompox.cli.output.Trashed;
import dev.kompox.cli.output.Words;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskState;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.Trash;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.step.SourceText;
import java.util.ArrayList;
import java.util.List;

/** List the disks of an app. */
final class ListDisks implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("disk list", "List the app's disks, those in the trash too.")
                .example("kompox disk list", "what there is and what it takes")
                .example("kompox disk list -o name", "names only")
                .example("kompox disk list --volume db", "of one volume")
                .value("--volume", "VOLUME", "only of this volume");
    }

    @Override
    public int run(Invocation call) {
        Observation seen = call.session().observeAll();
        String volume = call.arguments().value("--volume");
        List<Disk> disks =
                seen.disks().stream()
                        .filter(disk ->
                                volume == null || disk.ref().volume().value().equals(volume))
                        .toList();
        Table table = new Table("DISK", "STATE", "SIZE", "AGE", "WHERE", "FROM");
        List<Object> documents = new ArrayList<>();
        for (Disk disk : disks) {
            table.row(
                    disk.ref().toString(),
                    state(disk, seen),
                    Words.bytes(seen.bytes(disk.nativeId())),
                    Words.age(disk.createdAt(), seen.at()),
                    disk.nativeId(),
                    made(disk));
            documents.add(document(disk, seen));
        }
        List<String> lines =
                new ArrayList<>(
                        disks.isEmpty()
                                ? List.of("No disks yet. Make them with: kompox up")
                                : table.lines(call.width()));
        Trashed.over(seen)
                .ifPresent(over -> {
                    lines.add("");
                    lines.add(over);
                });
        return call.answer(
                new Answer(
                        lines,
                        Answer.document("app", call.session().name(), "disks", documents),
                        disks.stream().map(disk -> disk.ref().toString()).toList()));
    }

    private static String made(Disk disk) {
        return disk.source() instanceof Source.Blank
                ? Words.UNKNOWN
                : SourceText.say(SourceText.of(disk.source())).replaceFirst("^ from ", "");
    }

    private static String state(Disk disk, Observation seen) {
        Trash trash = disk.trash();
        if (trash != null) {
            return "trash, " + Trashed.left(trash, seen.at());
        }
        String state = word(disk.state());
        return disk.assigned() ? "assigned" + (state.equals("free") ? "" : ", " + state) : state;
    }

    private static String word(DiskState state) {
        return switch (state) {
            case DiskState.Creating _ -> "being made";
            case DiskState.Available _ -> "free";
            case DiskState.Attached _ -> "in use";
            case DiskState.Deleting _ -> "going";
            case DiskState.Failed failed -> "failed: " + failed.problem();
        };
    }

    private static Object document(Disk disk, Observation seen) {
        Trash trash = disk.trash();
        long bytes = seen.bytes(disk.nativeId());
        return Answer.document(
                "volume", disk.ref().volume().value(),
                "name", disk.ref().name().value(),
                "nativeId", disk.nativeId(),
                "place", disk.location().toString(),
                "assigned", disk.assigned(),
                "state", word(disk.state()),
                "usedBytes", bytes < 0 ? null : bytes,
                "source", disk.source().toString(),
                "createdAt", disk.createdAt().toString(),
                "trashUntil", trash == null ? null : trash.until().toString());
    }
}
