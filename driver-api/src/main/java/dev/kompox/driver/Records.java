package dev.kompox.driver;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.manifest.id.AppId;
import java.util.Optional;

/** Keep the ownership record of an app where the app lives. */
public interface Records {

    /**
     * Read the record.
     *
     * @return the newest, or empty if a complete read proved that there is none
     */
    Optional<Versioned<OwnershipRecord>> read(AppId app);

    /**
     * Replace the record if nobody else has.
     *
     * <p>Of several callers that name the same version exactly one succeeds. A repeat of a call
     * whose answer was lost, with the same token and record, succeeds with the same answer.
     *
     * @param version the version read, or {@link Versioned#ABSENT} if there was none
     * @throws dev.kompox.driver.failure.DriverException {@code Conflict}, showing the record found,
     *     if the version is no longer the newest; {@code Invalid} if the epoch would fall
     */
    Versioned<OwnershipRecord> swap(String version, OwnershipRecord next, Call call);
}
