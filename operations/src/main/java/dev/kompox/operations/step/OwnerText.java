package dev.kompox.operations.step;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.manifest.id.AppId;
import dev.kompox.operations.json.Fields;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Write ownership in the arguments of steps, and read it back. */
public final class OwnerText {

    private OwnerText() {}

    /** Write a place. */
    public static SequencedMap<String, Object> of(Location place) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("provider", place.provider());
        json.put("region", place.region());
        json.put("zone", place.zone());
        return json;
    }

    /** Read the place in {@code place}. */
    static Location place(Fields arguments) {
        Fields json = arguments.object("place");
        return new Location(json.string("provider"), json.string("region"), json.string("zone"));
    }

    /** Read the disk of each volume in {@code disks}. */
    static SequencedMap<VolumeName, DiskName> disks(Fields arguments) {
        SequencedMap<VolumeName, DiskName> disks = new LinkedHashMap<>();
        Fields json = arguments.object("disks");
        for (String volume : json.map().keySet()) {
            disks.put(new VolumeName(volume), new DiskName(json.string(volume)));
        }
        return disks;
    }

    /** Make the record that arguments describe, as of now. */
    static OwnershipRecord record(AppId app, Fields arguments, Call call) {
        return new OwnershipRecord(
                app,
                arguments.number("epoch"),
                place(arguments),
                disks(arguments),
                call.time().now(),
                arguments.string("by") + " " + call.token().operation());
    }
}
