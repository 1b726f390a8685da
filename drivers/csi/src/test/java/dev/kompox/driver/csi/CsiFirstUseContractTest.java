package dev.kompox.driver.csi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskState;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.kit.Contract;
import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.runtime.Stopped;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Empty disks and their first use, on a real cluster whose class waits for it. */
@Tag("cluster")
class CsiFirstUseContractTest extends Contract {

    private static final String PHASE = "jsonpath={.items[*].status.phase}";
    private static final String POLICY = "jsonpath={.items[*].spec.persistentVolumeReclaimPolicy}";

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }

    private CsiFixture cluster() {
        return (CsiFixture) place;
    }

    @Test
    void anEmptyDiskIsAvailableBeforeThereIsAVolume() {
        Disk made = blank(DriverFixture.DATA, "main");

        assertThat(made.state()).isEqualTo(new DiskState.Available());
        assertThat(cluster().ask("get", "pvc", "-o", PHASE)).isEqualTo("Pending");
        assertThat(cluster().ask("get", "pods", "-o", "name")).isEmpty();
        disks().delete(made.ref(), new Deletion.ForGood(), call("delete"));
        assertThat(cluster().ask("get", "pvc", "-o", "name")).isEmpty();
    }

    @Test
    void theAppStartsWhenTheVolumesOfAllItsDisksOutliveTheirClaims() {
        startTheApp();

        assertThat(cluster().ask("get", "pvc", "-o", PHASE)).isEqualTo("Bound Bound");
        assertThat(cluster().ask(cluster().volumes(POLICY))).isEqualTo("Retain Retain");
        assertThat(cluster().ask("get", "pods", "-l", "kompox.dev/helper", "-o", "name")).isEmpty();
    }

    @Test
    void aCopyOfWhatWasNeverUsedIsEmpty() {
        DiskRef from = blank(DriverFixture.DATA, "main").ref();

        Disk copy =
                disks().ensure(
                                spec(disk(DriverFixture.DATA, "copy"), new Source.OfDisk(from)),
                                call("copy"));

        assertThat(copy.state()).isEqualTo(new DiskState.Available());
        assertThat(cluster().ask(cluster().volumes(POLICY))).isEqualTo("Retain Retain");
    }

    @Test
    void whatStartsAgainOnADiskThatWasNeverUsedKeepsItToo() {
        startTheApp();
        List<Stopped> stopped =
                facet(driver().runtime()).stop(place.workload(), List.of(), call("stop"));
        disks().assign(blank(DriverFixture.DATA, "other").ref(), call("assign"));

        facet(driver().runtime())
                .startAgain(
                        place.workload(),
                        stopped.stream().map(Stopped::id).toList(),
                        call("start again"));

        assertThat(cluster().ask(cluster().volumes(POLICY))).isEqualTo("Retain Retain Retain");
    }

    @Test
    void whatSomebodyElseUsedFirstOutlivesItsClaimToo() {
        disks().assign(blank(DriverFixture.DATA, "main").ref(), call("assign"));
        place.hold(DriverFixture.DATA, true);
        place.letGo();
        assertThat(cluster().ask("get", "pvc", "-o", PHASE)).isEqualTo("Bound");

        startTheApp();

        assertThat(cluster().ask(cluster().volumes(POLICY))).isEqualTo("Retain Retain");
    }
}
