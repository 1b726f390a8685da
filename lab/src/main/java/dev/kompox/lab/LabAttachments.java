package dev.kompox.lab;

import dev.kompox.driver.Attachments;
import dev.kompox.driver.attachment.Detachment;
import dev.kompox.driver.attachment.Evidence;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.lab.fault.Faults;
import java.util.List;

/** Who holds the disks of a world, seen from one process. */
record LabAttachments(LabWorld world, Faults faults) implements Attachments {

    @Override
    public List<Holder> holders(DiskRef disk) {
        return faults.call(
                "attachments.holders",
                _ -> {
                    synchronized (world) {
                        return new Holding(world).of(world.storage.drive(disk));
                    }
                });
    }

    @Override
    public Detachment ensureDetached(DiskRef disk, Call call) {
        return faults.call("attachments.ensureDetached", _ -> detached(disk, call));
    }

    private Detachment detached(DiskRef disk, Call call) {
        while (true) {
            List<String> writers = writers(disk);
            if (writers.isEmpty()) {
                Evidence evidence =
                        new Evidence(
                                "lab, who mounts " + Tags.nativeId(disk),
                                "none that may write runs",
                                world.time.now());
                return new Detachment(disk, List.of(evidence));
            }
            if (call.expired()) {
                throw Refusal.inUse("disk " + disk, writers);
            }
            Waiting.poll("waiting for disk " + disk + " to be free", call);
        }
    }

    private List<String> writers(DiskRef disk) {
        synchronized (world) {
            return new Holding(world).alive(world.storage.drive(disk));
        }
    }
}
