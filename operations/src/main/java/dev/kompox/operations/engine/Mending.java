package dev.kompox.operations.engine;

import dev.kompox.driver.call.Token;
import dev.kompox.operations.journal.JournalRecord;
import dev.kompox.operations.journal.JournalRecord.End;
import dev.kompox.operations.journal.Salvage;
import dev.kompox.operations.json.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Make a whole journal of what is left of a damaged one.
 *
 * <p>A step whose record is lost has happened if another was begun that needs it, and is undone if
 * an earlier one is. Otherwise it is in doubt, so that going on looks in the world for what has
 * happened, and going back undoes it whether it has or not. Where the last records are lost a
 * rollback may have begun in them, so back is the only way; unless they may have held the commit
 * point or the end as well: then nobody can tell, and nothing is mended.
 */
final class Mending {

    private final Salvage salvage;
    private final Instant now;
    private final Plan plan;
    private final List<JournalRecord> records = new ArrayList<>();
    private final Replay replay;

    private Mending(Salvage salvage, Instant now) {
        this.salvage = salvage;
        this.now = now;
        records.add(salvage.header());
        records.addAll(salvage.sound());
        replay = new Replay(records);
        plan = replay.plan();
    }

    /**
     * Return the records of the new journal.
     *
     * @param over whether to give the operation up, for newer ones were run or a person says so
     * @throws Refusal if what is left does not tell which way to go
     */
    static List<JournalRecord> records(Salvage salvage, boolean over, Instant now) {
        Mending mending = new Mending(salvage, now);
        mending.add(new JournalRecord.Note(now, salvage.lost() + " records are lost"));
        if (mending.replay.ended().isEmpty()) {
            if (over) {
                mending.add(new JournalRecord.Ended(now, End.ABANDONED, "records are lost"));
            } else {
                mending.mend();
            }
        }
        return mending.records;
    }

    private void mend() {
        boolean committed = replay.committed() || isBeyond();
        boolean undone = salvage.sound().stream().anyMatch(JournalRecord.Undone.class::isInstance);
        boolean backward = replay.rollingBack() || undone;
        if (!backward && !committed && plan.goesBack() && endIsLost()) {
            if (salvage.lost() > unknownResults()) {
                throw undecidable();
            }
            backward = true;
        }
        if (backward) {
            mendBackward();
        } else {
            mendForward(committed);
        }
    }

    private void mendForward(boolean committed) {
        if (committed && !replay.committed()) {
            add(new JournalRecord.Committed(now));
        }
        Set<StepId> happened = happened(committed);
        int end = committed ? plan.steps().size() : plan.committed();
        for (PlannedStep step : plan.steps().subList(0, end)) {
            if (replay.status(step.id()) instanceof StepStatus.Done) {
                continue;
            }
            if (happened.contains(step.id())) {
                add(new JournalRecord.Result(now, step.id(), 1, true, Fields.NONE));
            } else {
                doubt(step);
            }
        }
    }

    /** Undoing goes from the last step to the first, so behind one that is undone all are. */
    private void mendBackward() {
        if (!replay.rollingBack()) {
            add(new JournalRecord.RollingBack(now, "going back may have begun in what is lost"));
        }
        boolean behind = false;
        for (PlannedStep step : before()) {
            boolean undone = replay.status(step.id()) instanceof StepStatus.Undone;
            behind |= undone;
            if (behind && !undone) {
                add(new JournalRecord.Undone(now, step.id()));
            } else if (!undone) {
                doubt(step);
            }
        }
    }

    private void doubt(PlannedStep step) {
        Token token = new Token(salvage.header().operation().value(), step.id().value());
        add(new JournalRecord.Intent(now, step.id(), 1, token.toString()));
    }

    /** Return the steps that must have happened, since others were begun that need them. */
    private Set<StepId> happened(boolean committed) {
        Set<StepId> happened = new HashSet<>();
        if (committed) {
            before().forEach(step -> happened.add(step.id()));
        }
        for (PlannedStep step : plan.steps().reversed()) {
            boolean begun = !(replay.status(step.id()) instanceof StepStatus.Pending);
            if (begun || happened.contains(step.id())) {
                happened.addAll(step.needs());
            }
        }
        return happened;
    }

    private List<PlannedStep> before() {
        return plan.steps().subList(0, plan.committed());
    }

    /** Tell whether a step behind the commit point was begun. */
    private boolean isBeyond() {
        return plan.steps().stream()
                .skip(plan.committed())
                .anyMatch(step -> !(replay.status(step.id()) instanceof StepStatus.Pending));
    }

    /** Tell whether records are lost behind the last that is left. */
    private boolean endIsLost() {
        boolean lost = false;
        for (Salvage.Part part : salvage.parts()) {
            lost =
                    part instanceof Salvage.Part.Gap
                            || (lost
                                    && part instanceof Salvage.Part.Sound(JournalRecord record)
                                    && record instanceof JournalRecord.Note);
        }
        return lost;
    }

    /**
     * Return how many steps before the commit point have no result; the operation can have passed
     * the point only if all of these are among what is lost, and one more.
     */
    private long unknownResults() {
        return before().stream()
                .filter(step -> !(replay.status(step.id()) instanceof StepStatus.Done))
                .count();
    }

    private Refusal undecidable() {
        OperationId id = salvage.header().operation();
        return new Refusal(
                "what is left of the journal of operation "
                        + id
                        + " does not tell whether it was completed or went back",
                "See how the app is: kompox status, kompox disk list\n"
                        + "Then give the operation up: kompox operation rebuild "
                        + id
                        + " --give-up");
    }

    private void add(JournalRecord record) {
        records.add(record);
    }
}
