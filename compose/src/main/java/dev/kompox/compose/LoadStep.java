package dev.kompox.compose;

/**
 * A step of loading that can be left out, as the options of {@code docker compose config} do
 * (Compose Specification, "Interpolation", "Merge", "Profiles").
 */
public enum LoadStep {
    /** Filling in variables; without it nothing is typed either: {@code --no-interpolate}. */
    INTERPOLATION,
    /** Adding what a project implies, such as the default network: {@code --no-normalize}. */
    NORMALISATION,
    /** Making relative paths absolute: {@code --no-path-resolution}. */
    PATHS,
    /**
     * Checking that services fit together and name only what is declared: {@code --no-consistency}.
     */
    CONSISTENCY,
    /** Reading the files of {@code env_file}. */
    ENVIRONMENT_FILES
}
