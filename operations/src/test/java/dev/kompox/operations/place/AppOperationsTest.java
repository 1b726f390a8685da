package dev.kompox.operations.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.runtime.Change;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.operations.AppOperations;
import dev.kompox.operations.engine.Outcome;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.StopSignal;
import dev.kompox.operations.event.Event;
import dev.kompox.operations.journal.JournalRecord;
import dev.kompox.operations.journal.JournalStore;
import dev.kompox.operations.plan.DeployPlan;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.step.Place;
import dev.kompox.operations.world.MemoryDirectory;
import dev.kompox.operations.world.TestApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way commands go: observe, plan, run, with journals in files. */
class AppOperationsTest {

    @TempDir(factory = MemoryDirectory.class)
    Path directory;

    @Test
    void observesPlansRunsAndJournals() {
        JournalStore journals = new JournalStore(directory.resolve("operations"));
        List<Event> events = Collections.synchronizedList(new ArrayList<>());
        MemoryState state = new MemoryState(TestApp.shop());
        Place place = new Place(new MemoryPlace(state), state.workload);
        AppOperations operations =
                new AppOperations(
                        place,
                        journals,
                        new AppOperations.Who("ann", "desk", "0.1.0", 5),
                        events::add,
                        new StopSignal());
        assertThat(operations.place()).isEqualTo(place);

        Observation empty = operations.observer().observe();
        assertThat(empty.disks()).isEmpty();
        assertThat(empty.by()).isEqualTo("ann@desk");
        assertThat(empty.location()).isEqualTo(MemoryState.HERE);
        List<Change> changes = List.of(new Change("service", "db", Change.Verb.CREATE, "absent"));
        Plan plan = DeployPlan.of(empty, changes, StartRequest.ALL);
        Outcome outcome = operations.engine().run(plan);
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);

        Outcome.Completed completed = (Outcome.Completed) outcome;
        assertThat(journals.list()).containsExactly(completed.operation());
        assertThat(journals.read(completed.operation()).records().getFirst())
                .isInstanceOfSatisfying(
                        JournalRecord.Header.class,
                        header -> {
                            assertThat(header.by()).isEqualTo("ann@desk");
                            assertThat(header.epoch()).isEqualTo(5);
                            assertThat(header.tool()).isEqualTo("0.1.0");
                        });
        assertThat(events).isNotEmpty();
        assertThat(journals.root().resolve("lock-shop.json")).exists();

        Observation seen = operations.observer().observeAll();
        assertThat(seen.volumesWithDisk()).containsExactly(TestApp.DB, TestApp.FILES);
        assertThat(seen.holders()).containsOnlyKeys(TestApp.DB, TestApp.FILES);
        assertThat(seen.holders().get(TestApp.FILES)).hasSize(2);
        assertThat(seen.usage()).hasSize(2);
        assertThat(seen.owner()).isNotNull();
        assertThat(seen.state().instances()).hasSize(3);
        Observation quick = operations.observer().observe();
        assertThat(quick.holders()).isEmpty();
        assertThat(quick.usage()).isEmpty();
        assertThat(quick.owner()).isEqualTo(seen.owner());
    }
}
