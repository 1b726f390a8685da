package dev.kompox.operations.engine;

import dev.kompox.operations.journal.JournalRecord;
import dev.kompox.operations.json.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Hold what a journal says about an operation: how far each step came, and in which direction it
 * goes.
 */
public final class Replay {

    private final JournalRecord.Header header;
    private final Plan plan;
    private final Map<StepId, StepStatus> statuses = new LinkedHashMap<>();
    private boolean committed;
    private boolean rollingBack;
    private JournalRecord.@Nullable Ended ended;

    /** Follow the records of a journal. */
    public Replay(List<JournalRecord> records) {
        header = (JournalRecord.Header) records.getFirst();
        plan = PlanCodec.decode(header.plan());
        plan.steps().forEach(step -> statuses.put(step.id(), new StepStatus.Pending()));
        records.forEach(this::apply);
    }

    /** Follow one more record. */
    void apply(JournalRecord record) {
        switch (record) {
            case JournalRecord.Header _, JournalRecord.Note _ -> {}
            case JournalRecord.Intent i ->
                    statuses.put(i.step(), new StepStatus.InDoubt(i.attempt()));
            case JournalRecord.Result r -> statuses.put(r.step(), new StepStatus.Done(r.result()));
            case JournalRecord.Failed f ->
                    statuses.put(f.step(), new StepStatus.InDoubt(f.attempt()));
            case JournalRecord.Undone u -> statuses.put(u.step(), new StepStatus.Undone());
            case JournalRecord.Committed _ -> committed = true;
            case JournalRecord.RollingBack _ -> rollingBack = true;
            case JournalRecord.Ended e -> ended = e;
        }
    }

    /** Return the journal's header. */
    public JournalRecord.Header header() {
        return header;
    }

    /** Return the plan. */
    public Plan plan() {
        return plan;
    }

    /** Tell whether the commit point was passed. */
    public boolean committed() {
        return committed;
    }

    /** Tell whether the operation is being undone. */
    public boolean rollingBack() {
        return rollingBack;
    }

    /** Return how it ended, if it has. */
    public Optional<JournalRecord.Ended> ended() {
        return Optional.ofNullable(ended);
    }

    /** Return how far a step came. */
    public StepStatus status(StepId id) {
        StepStatus status = statuses.get(id);
        if (status == null) {
            throw new IllegalArgumentException("the plan has no step " + id);
        }
        return status;
    }

    /** Tell whether any step was begun. */
    public boolean begun() {
        return statuses.values().stream()
                .anyMatch(status -> !(status instanceof StepStatus.Pending));
    }

    /** Return the steps that were ever begun, undone ones too, in plan order. */
    List<StepId> begunSteps() {
        return plan.steps().stream()
                .map(PlannedStep::id)
                .filter(id -> !(status(id) instanceof StepStatus.Pending))
                .toList();
    }

    /** Return the results of the steps that have happened and are not undone. */
    public SequencedMap<StepId, Fields> results() {
        SequencedMap<StepId, Fields> results = new LinkedHashMap<>();
        statuses.forEach((id, status) -> {
            if (status instanceof StepStatus.Done(Fields result)) {
                results.put(id, result);
            }
        });
        return results;
    }

    /** Return the titles of the steps that have happened and are not undone. */
    public List<String> doneTitles() {
        List<String> titles = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            if (status(step.id()) instanceof StepStatus.Done && !step.quiet()) {
                titles.add(step.title());
            }
        }
        return titles;
    }

    /**
     * Return the steps that can run next, side by side: in plan order, never across the commit
     * point.
     */
    List<PlannedStep> wave() {
        List<PlannedStep> wave = new ArrayList<>();
        int end = committed ? plan.steps().size() : plan.committed();
        for (PlannedStep step : plan.steps().subList(0, end)) {
            if (!(status(step.id()) instanceof StepStatus.Done) && needsMet(step)) {
                wave.add(step);
            }
        }
        return wave;
    }

    /**
     * Return the next step that rolling back has to look at: the last one begun and not yet undone.
     */
    Optional<PlannedStep> lastToUndo() {
        for (PlannedStep step : plan.reversible().reversed()) {
            StepStatus status = status(step.id());
            if (status instanceof StepStatus.Done || status instanceof StepStatus.InDoubt) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private boolean needsMet(PlannedStep step) {
        return step.needs().stream().allMatch(id -> status(id) instanceof StepStatus.Done);
    }
}
