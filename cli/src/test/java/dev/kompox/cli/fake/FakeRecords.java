package dev.kompox.cli.fake;

import dev.kompox.driver.Records;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.manifest.id.AppId;
import dev.kompox.operations.app.ProjectId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keep one ownership record. */
final class FakeRecords implements Records {

    private @Nullable Versioned<OwnershipRecord> record;
    private @Nullable DriverException silent;

    @Override
    public synchronized Optional<Versioned<OwnershipRecord>> read(AppId app) {
        if (silent != null) {
            throw silent;
        }
        return Optional.ofNullable(record);
    }

    @Override
    public synchronized Versioned<OwnershipRecord> swap(
            String version, OwnershipRecord next, Call call) {
        record = new Versioned<>(version + "x", next);
        return record;
    }

    /** Let it not answer. */
    synchronized void silent(DriverException failure) {
        silent = failure;
    }

    /** Let it say where the app lives. */
    synchronized void write(Location where, long epoch, Instant since) {
        record =
                new Versioned<>(
                        "1",
                        new OwnershipRecord(
                                ProjectId.of("shop"),
                                epoch,
                                where,
                                new LinkedHashMap<>(),
                                since,
                                "ann@ws"));
    }
}
