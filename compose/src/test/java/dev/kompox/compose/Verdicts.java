package dev.kompox.compose;

import dev.kompox.compose.render.ProjectPrinter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we and the docker compose of this machine make of the same request.
 *
 * @param ours our JSON, or null when we refuse
 * @param theirs its JSON, or null when it refuses
 */
record Verdicts(@Nullable String ours, @Nullable String theirs) {

    static Verdicts on(LoadRequest request) {
        List<String> options = new ArrayList<>();
        request.files().forEach(file -> options.addAll(List.of("-f", file.toString())));
        request.profiles().forEach(profile -> options.addAll(List.of("--profile", profile)));
        String theirs =
                DockerCompose.config(request.workingDirectory(), request.environment(), options);
        return new Verdicts(ours(request), theirs);
    }

    static @Nullable String ours(LoadRequest request) {
        try {
            return ProjectPrinter.json(ComposeLoader.load(request).project());
        } catch (ComposeException e) {
            return null;
        }
    }

    /** List how they differ; nothing when both refuse or both mean the same. */
    List<String> differences() {
        if (ours == null || theirs == null) {
            if (ours == null && theirs == null) {
                return List.of();
            }
            return List.of(ours == null ? "only we refuse" : "only docker compose refuses");
        }
        return Json.differences(ours, theirs);
    }
}
