package dev.kompox.lab;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.snapshot.Snapshot;

/** All that is there, as text, without times. */
final class Look {

    private Look() {}

    static String at(LabWorld world) {
        LabDriver driver = world.open();
        StringBuilder text = new StringBuilder();
        driver.disks().orElseThrow().list(Shop.APP).stream()
                .map(disk -> disk(world, disk))
                .sorted()
                .forEach(text::append);
        driver.snapshots().orElseThrow().list(Shop.APP).stream()
                .map(snapshot -> snapshot(world, snapshot))
                .sorted()
                .forEach(text::append);
        driver.runtime()
                .orElseThrow()
                .observe(Shop.workload())
                .instances()
                .forEach(one ->
                        text.append(one.name()).append(' ').append(one.phase()).append('\n'));
        driver.records()
                .orElseThrow()
                .read(Shop.APP)
                .ifPresent(owner ->
                        text.append(owner.version())
                                .append(" epoch ")
                                .append(owner.value().epoch()));
        return text.toString();
    }

    private static String disk(LabWorld world, Disk disk) {
        return disk.ref()
                + " "
                + disk.state()
                + (disk.assigned() ? " assigned " : " ")
                + (disk.trash() == null ? "" : "in the trash by " + disk.trash().by() + " ")
                + disk.tags().get(Tags.OPERATION)
                + " "
                + disk.size()
                + world.tree(disk.ref()).orElseThrow()
                + "\n";
    }

    private static String snapshot(LabWorld world, Snapshot snapshot) {
        return snapshot.ref()
                + " "
                + snapshot.state()
                + " "
                + snapshot.tags().get(Tags.OPERATION)
                + world.tree(snapshot.ref()).orElseThrow()
                + "\n";
    }
}
