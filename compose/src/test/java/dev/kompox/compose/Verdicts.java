package dev.kompox.compose;

import dev.kompox.compose.render.ProjectPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What we and the docker compose of this machine make of the same request.
 *
 * @param ours our JSON, or null when we refuse
 * @param theirs its JSON, or null when it refuses
 */
record Verdicts(@Nullable String ours, @Nullable String theirs) {

    static Verdicts on(LoadRequest request) {
        String theirs =
                DockerCompose.config(
                        request.workingDirectory(), request.environment(), options(request));
        return live(ours(request), theirs);
    }

    /** What the docker compose of this machine said, whichever version it is. */
    static Verdicts live(@Nullable String ours, @Nullable String theirs) {
        return DockerCompose.isVersion2() ? new Verdicts(ours, theirs) : ofEither(ours, theirs);
    }

    /** Compare apart from what versions 2 and 5 say in different ways. */
    static Verdicts ofEither(@Nullable String ours, @Nullable String theirs) {
        return new Verdicts(EitherVersion.plain(ours), EitherVersion.plain(theirs));
    }

    /** Give the options of docker compose that name the files and profiles of a request. */
    static List<String> options(LoadRequest request) {
        List<String> options = new ArrayList<>();
        request.files().forEach(file -> options.addAll(List.of("-f", file.toString())));
        request.profiles().forEach(profile -> options.addAll(List.of("--profile", profile)));
        return options;
    }

    static @Nullable String ours(LoadRequest request) {
        return ours(request, any -> ProjectPrinter.json(ComposeLoader.load(any).project()));
    }

    /** Give our answer to a request, or null when we refuse. */
    static @Nullable String ours(LoadRequest request, Function<LoadRequest, String> answer) {
        try {
            return answer.apply(request);
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
