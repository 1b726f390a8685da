package dev.kompox.driver.kit;

import static dev.kompox.driver.kit.DriverFixture.DATA;
import static dev.kompox.driver.kit.DriverFixture.LOGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kompox.driver.Attachments;
import dev.kompox.driver.Runtime;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.Change;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.runtime.Stopped;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Check how an app starts, stops and goes. */
public abstract class RuntimeContractTest extends Contract {

    private Runtime runtime() {
        return facet(driver().runtime());
    }

    private AppState observe() {
        return runtime().observe(place.workload());
    }

    @Test
    void anAppThatNeverRanHasNoInstances() {
        assertThat(observe().instances()).isEmpty();
    }

    @Test
    void aPreviewTellsWhatWouldBeMadeAndMakesNothing() {
        List<Change> changes = runtime().preview(place.workload(), StartRequest.ALL);

        assertThat(changes)
                .filteredOn(change -> change.kind().equals("service"))
                .extracting(Change::name)
                .containsExactly("db", "web");
        assertThat(changes)
                .filteredOn(change -> change.kind().equals("service"))
                .extracting(Change::verb)
                .containsOnly(Change.Verb.CREATE);
        assertThat(observe().instances()).isEmpty();
        assertThat(disks().list(app())).isEmpty();
    }

    @Test
    void startsEveryServiceInDependencyOrder() {
        AppState state = startTheApp();

        assertThat(state.instances())
                .extracting(InstanceState::service)
                .containsExactly("db", "web");
        assertThat(state.instances())
                .extracting(InstanceState::phase)
                .containsOnly(InstanceState.Phase.RUNNING);
    }

    @Test
    void theRunningAppHasItsDisks() {
        startTheApp();

        assertThat(assigned(DATA).assigned()).isTrue();
        assertThat(assigned(LOGS).assigned()).isTrue();
    }

    @Test
    void startingAgainKeepsWhatRuns() {
        AppState first = startTheApp();

        AppState again = startTheApp();

        assertThat(again.instances())
                .extracting(InstanceState::id)
                .isEqualTo(first.instances().stream().map(InstanceState::id).toList());
        assertThat(runtime().preview(place.workload(), StartRequest.ALL))
                .extracting(Change::verb)
                .containsOnly(Change.Verb.KEEP);
    }

    @Test
    void stopsDependentsFirstAndSaysHow() {
        startTheApp();

        List<Stopped> stopped = runtime().stop(place.workload(), List.of(), call("stop"));

        assertThat(stopped).extracting(Stopped::service).containsExactly("web", "db");
        assertThat(stopped).extracting(Stopped::clean).containsOnly(true);
        assertThat(observe().anyAlive()).isFalse();
    }

    @Test
    void stoppingWhatIsStoppedReportsNobody() {
        startTheApp();
        runtime().stop(place.workload(), List.of(), call("stop"));

        assertThat(runtime().stop(place.workload(), List.of(), call("again"))).isEmpty();
    }

    @Test
    void aPreviewStartsWhatWasStopped() {
        startTheApp();
        runtime().stop(place.workload(), List.of(), call("stop"));

        assertThat(runtime().preview(place.workload(), StartRequest.ALL))
                .filteredOn(change -> change.kind().equals("service"))
                .extracting(Change::verb)
                .containsOnly(Change.Verb.START);
    }

    @Test
    void refusesToTearApartWhatStartsAndStopsTogether() {
        assumeFalse(driver().capabilities().singleServices(), "services are independent here");
        startTheApp();

        fails(
                Category.Unsupported.class,
                () -> runtime().stop(place.workload(), List.of("web"), call("stop")));
        assertThat(observe().instances()).allMatch(InstanceState::alive);
    }

    @Test
    void whatPreparedAnAppLeavesNothingOfIt() {
        runtime().prepare(place.workload(), call("prepare"));

        assertThat(observe().instances()).isEmpty();
    }

    @Test
    void stopsOnlyTheServicesNamed() {
        assumeTrue(driver().capabilities().singleServices(), "services are not independent here");
        startTheApp();

        assertThat(runtime().stop(place.workload(), List.of("web"), call("stop")))
                .extracting(Stopped::service)
                .containsExactly("web");
        assertThat(observe().of("db")).allMatch(InstanceState::alive);
    }

    @Test
    void startsTheVerySameInstancesAgain() {
        AppState first = startTheApp();
        List<Stopped> stopped = runtime().stop(place.workload(), List.of(), call("stop"));

        runtime()
                .startAgain(
                        place.workload(),
                        stopped.stream().map(Stopped::id).toList(),
                        call("start again"));

        assertThat(observe().instances())
                .extracting(InstanceState::id)
                .isEqualTo(first.instances().stream().map(InstanceState::id).toList());
        assertThat(observe().instances()).allMatch(InstanceState::alive);
    }

    @Test
    void startsAgainOnTheDiskThatItsVolumeFindsNow() {
        startTheApp();
        DiskRef before = assigned(DATA).ref();
        List<Stopped> stopped = runtime().stop(place.workload(), List.of(), call("stop"));
        place.write(DATA, "file", "text");
        DiskRef copy = disk(DATA, "copy");
        disks().ensure(spec(copy, new Source.OfDisk(before)), call("copy"));
        disks().assign(copy, call("assign"));

        runtime()
                .startAgain(
                        place.workload(),
                        stopped.stream().map(Stopped::id).toList(),
                        call("start again"));

        Attachments attachments = facet(driver().attachments());
        assertThat(attachments.holders(copy)).isNotEmpty().allMatch(Holder::ofApp);
        assertThat(attachments.holders(before)).isEmpty();
        assertThat(runtime().preview(place.workload(), StartRequest.ALL))
                .extracting(Change::verb)
                .containsOnly(Change.Verb.KEEP);
    }

    @Test
    void removingTakesInstancesAndLeavesDisks() {
        startTheApp();
        place.write(DATA, "file", "text");

        runtime().remove(place.workload(), false, call("remove"));

        assertThat(observe().instances()).isEmpty();
        assertThat(file(DATA)).contains("text");
        assertThat(disks().list(app())).filteredOn(Disk::assigned).hasSize(2);
    }

    @Test
    void removingWhatIsAbsentSucceeds() {
        runtime().remove(place.workload(), false, call("remove"));

        assertThat(observe().instances()).isEmpty();
    }

    @Test
    void theAppFindsItsDataAfterItWasRemovedAndStartedAgain() {
        startTheApp();
        place.write(DATA, "file", "text");
        runtime().remove(place.workload(), false, call("remove"));

        startTheApp();

        assertThat(file(DATA)).contains("text");
    }
}
