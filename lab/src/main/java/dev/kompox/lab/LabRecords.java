package dev.kompox.lab;

import dev.kompox.driver.Records;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.lab.fault.Faults;
import dev.kompox.manifest.id.AppId;
import java.util.Optional;

/** The ownership records of a world, seen from one process. */
record LabRecords(LabWorld world, Faults faults) implements Records {

    @Override
    public Optional<Versioned<OwnershipRecord>> read(AppId app) {
        return faults.call(
                "records.read",
                _ -> {
                    synchronized (world) {
                        return world.ledger.read(app);
                    }
                });
    }

    @Override
    public Versioned<OwnershipRecord> swap(String version, OwnershipRecord next, Call call) {
        return faults.call(
                "records.swap",
                _ -> {
                    synchronized (world) {
                        return world.ledger.swap(version, next, call.token());
                    }
                });
    }
}
