package dev.kompox.operations.engine;

import dev.kompox.operations.json.Fields;
import dev.kompox.operations.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Write plans as JSON and read them back; name them by the hash of that JSON. */
public final class PlanCodec {

    private PlanCodec() {}

    /** Return a plan as a JSON object. */
    public static Fields encode(Plan plan) {
        List<Object> steps = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            steps.add(encode(step).map());
        }
        List<Object> assumptions = new ArrayList<>();
        for (Assumption assumed : plan.assumptions()) {
            assumptions.add(
                    Fields.of(
                                    "fact",
                                    assumed.fact(),
                                    "value",
                                    assumed.value(),
                                    "throughout",
                                    assumed.throughout())
                            .map());
        }
        return Fields.of(
                "kind", plan.kind(),
                "prefix", plan.prefix(),
                "title", plan.title(),
                "app", plan.app(),
                "steps", steps,
                "committed", (long) plan.committed(),
                "assumptions", assumptions,
                "untouched", plan.untouched(),
                "onFailure", plan.onFailure().name());
    }

    /**
     * Read a plan.
     *
     * @throws IllegalArgumentException naming the member that is missing or wrong
     */
    public static Plan decode(Fields json) {
        List<PlannedStep> steps = new ArrayList<>();
        for (Fields step : json.objects("steps")) {
            steps.add(decodeStep(step));
        }
        List<Assumption> assumptions = new ArrayList<>();
        for (Fields assumed : json.objects("assumptions")) {
            assumptions.add(
                    new Assumption(
                            assumed.string("fact"),
                            assumed.string("value"),
                            assumed.flag("throughout")));
        }
        return new Plan(
                json.string("kind"),
                json.string("prefix"),
                json.string("title"),
                json.string("app"),
                steps,
                Math.toIntExact(json.number("committed")),
                assumptions,
                json.strings("untouched"),
                Plan.OnFailure.valueOf(json.string("onFailure")));
    }

    /** Return the SHA-256 of the plan's JSON, in hexadecimal. */
    public static String hash(Plan plan) {
        try {
            byte[] text = Json.write(encode(plan).map()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Fields encode(PlannedStep step) {
        List<@Nullable Object> needs = new ArrayList<>();
        step.needs().forEach(id -> needs.add(id.value()));
        return Fields.of(
                "id", step.id().value(),
                "title", step.title(),
                "cause", step.cause(),
                "type", step.type(),
                "arguments", step.arguments().map(),
                "needs", needs,
                "millis", step.cost().time().toMillis(),
                "bytes", step.cost().bytes(),
                "reversal", step.reversal().name(),
                "quiet", step.quiet());
    }

    private static PlannedStep decodeStep(Fields json) {
        return new PlannedStep(
                new StepId(json.string("id")),
                json.string("title"),
                json.string("cause"),
                json.string("type"),
                json.object("arguments"),
                json.strings("needs").stream().map(StepId::new).toList(),
                new Cost(Duration.ofMillis(json.number("millis")), json.number("bytes")),
                PlannedStep.Reversal.valueOf(json.string("reversal")),
                json.flag("quiet"));
    }
}
