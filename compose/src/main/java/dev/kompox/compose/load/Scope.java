package dev.kompox.compose.load;

import dev.kompox.compose.variables.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Say from where one model is loaded: the main one, or one that is included.
 *
 * @param directory the absolute project directory that relative paths start from
 * @param environment the variables
 * @param including the absolute paths of the files that led here, for finding circles
 */
record Scope(String directory, SequencedMap<String, String> environment, List<String> including) {

    Scope {
        environment = new LinkedHashMap<>(environment);
        including = List.copyOf(including);
    }

    Variables variables() {
        return environment::get;
    }
}
