package dev.kompox.compose.load;

import dev.kompox.compose.LoadRequest;
import dev.kompox.compose.LoadStep;
import dev.kompox.compose.RemoteFiles;
import dev.kompox.compose.canonical.GoPath;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.variables.Variables;
import dev.kompox.compose.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Say from where one model is loaded: the main one, or one that is included.
 *
 * @param root the absolute project directory of the main model
 * @param directory the absolute project directory that relative paths start from
 * @param environment the variables
 * @param base what relative paths are completed with; the directory, or where that is as seen from
 *     the main model's, or null when they stay as they are
 * @param including the absolute paths of the files that led here, for finding circles
 * @param without steps to leave out
 * @param remote brings what lies on other machines
 */
record Scope(
        String root,
        String directory,
        @Nullable String base,
        SequencedMap<String, String> environment,
        List<String> including,
        Set<LoadStep> without,
        RemoteFiles remote) {

    Scope {
        environment = new LinkedHashMap<>(environment);
        including = List.copyOf(including);
        without = Set.copyOf(without);
    }

    /** The main model's. */
    static Scope main(
            String directory, SequencedMap<String, String> environment, LoadRequest request) {
        String base = request.without().contains(LoadStep.PATHS) ? null : directory;
        return new Scope(
                directory,
                directory,
                base,
                environment,
                List.of(),
                request.without(),
                request.remote());
    }

    /** That of a model which a file of this one includes. */
    Scope included(String where, SequencedMap<String, String> variables, String by) {
        List<String> chain = new ArrayList<>(including);
        chain.add(by);
        return new Scope(root, where, seen(where), variables, chain, without, remote);
    }

    /** What completes the relative paths of a file in another directory. */
    String seen(String where) {
        return does(LoadStep.PATHS) ? where : GoPath.relative(directory, where);
    }

    /** Give the absolute path of one that a file of this model names. */
    String absolute(String path) {
        return path.startsWith("/") ? GoPath.clean(path) : GoPath.join(directory, path);
    }

    /** Warn of a file that lies outside the main model's directory: others may change it. */
    void warnOfOutside(String path, String key, Node at, Diagnostics diagnostics) {
        String inside = root.endsWith("/") ? root : root + "/";
        if (!path.startsWith(inside)) {
            diagnostics.warning(
                    "outside",
                    key + " reads " + path + ", which lies outside the project directory",
                    at.location());
        }
    }

    boolean does(LoadStep step) {
        return !without.contains(step);
    }

    Variables variables() {
        return environment::get;
    }
}
