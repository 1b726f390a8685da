package dev.kompox.operations.step;

import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.engine.StepTypes;
import java.util.List;

/** List every type of step that operations of an app use. */
public final class AppSteps {

    private AppSteps() {}

    /** Return the types, working at a place. */
    public static StepTypes at(Place place) {
        return new StepTypes(list(place));
    }

    /** Return the same as a list. */
    static List<StepType> list(Place place) {
        return List.of(
                new StopApp(place),
                new StartAgain(place),
                new StartApp(place),
                new RemoveApp(place),
                new CreateDisk(place),
                new AssignDisk(place),
                new UnassignDisk(place),
                new TrashDisk(place),
                new UndeleteDisk(place),
                new PurgeDisk(place),
                new ProveFree(place),
                new TakeSnapshot(place),
                new TakeFrozenSnapshot(place),
                new AwaitSnapshot(place),
                new DeleteSnapshot(place),
                new WriteOwner(place));
    }
}
