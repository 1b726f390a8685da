package dev.kompox.cli.app;

import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Words;
import dev.kompox.driver.runtime.InstanceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Say what instances are doing. */
final class Instances {

    private Instances() {}

    /** Say the state in a word or two: {@code healthy}, {@code exited (1)}. */
    static String state(InstanceState instance) {
        return switch (instance.phase()) {
            case RUNNING ->
                    switch (instance.health()) {
                        case NONE -> "running";
                        case STARTING -> "starting";
                        case HEALTHY -> "healthy";
                        case UNHEALTHY -> "unhealthy";
                    };
            case EXITED ->
                    instance.exitCode() == null ? "exited" : "exited (" + instance.exitCode() + ")";
            case CREATED -> "created";
            case PAUSED -> "frozen";
            case RESTARTING -> "restarting";
            case REMOVING -> "being removed";
            case DEAD -> "dead";
        };
    }

    static String since(InstanceState instance, Instant now) {
        Instant started = instance.startedAt();
        return started == null ? Words.UNKNOWN : Words.age(started, now);
    }

    static List<Object> documents(List<InstanceState> instances) {
        List<Object> documents = new ArrayList<>();
        for (InstanceState each : instances) {
            Instant started = each.startedAt();
            documents.add(
                    Answer.document(
                            "name", each.name(),
                            "id", each.id(),
                            "service", each.service(),
                            "phase", Words.word(each.phase()),
                            "health", Words.word(each.health()),
                            "exitCode", each.exitCode(),
                            "startedAt", started == null ? null : started.toString(),
                            "image", each.image(),
                            "ports", each.ports()));
        }
        return documents;
    }
}
