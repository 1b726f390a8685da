package dev.kompox.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Describe what may be typed after a command's name. */
public final class Syntax {

    /**
     * One common use, shown first by {@code --help}.
     *
     * @param command what is typed
     * @param says what it does
     */
    public record Example(String command, String says) {}

    private final CommandSpec spec;
    private final String name;
    private final List<Example> examples = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable String program;

    /**
     * Begin a description.
     *
     * @param name the command's words, e.g. {@code "disk create"}
     * @param summary what it does, one line
     */
    public Syntax(String name, String summary) {
        this.name = name;
        spec = CommandSpec.create().name(name);
        spec.usageMessage().description(summary);
        spec.parser().collectErrors(false).toggleBooleanFlags(false);
    }

    /** Add a common use. */
    public Syntax example(String command, String says) {
        examples.add(new Example(command, says));
        return this;
    }

    /** Add a paragraph to the help. */
    public Syntax note(String paragraph) {
        notes.add(paragraph);
        return this;
    }

    /** Add an option without a value; {@code names} are separated by a space. */
    public Syntax flag(String names, String says) {
        return add(option(names, says).type(boolean.class).arity("0"));
    }

    /** Add an option without a value that help does not list. */
    public Syntax hiddenFlag(String names) {
        return add(option(names, "").type(boolean.class).arity("0").hidden(true));
    }

    /** Add an option with a value. */
    public Syntax value(String names, String label, String says) {
        return add(option(names, says).type(String.class).arity("1").paramLabel(label));
    }

    /** Add an option with one of a few values. */
    public Syntax choice(String names, String says, String... choices) {
        return add(
                option(names, says)
                        .type(String.class)
                        .arity("1")
                        .paramLabel(String.join("|", choices))
                        .completionCandidates(List.of(choices)));
    }

    /** Add an option that may be given several times. */
    public Syntax values(String names, String label, String says) {
        return add(
                option(names, says)
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .paramLabel(label));
    }

    /** Add what stands without an option. */
    public Syntax positional(String label, int least, int most, String says) {
        String arity = least + ".." + (most == Integer.MAX_VALUE ? "*" : String.valueOf(most));
        spec.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel(label)
                        .index("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity(arity)
                        .required(least > 0)
                        .description(says)
                        .build());
        return this;
    }

    /** Leave everything from the first word that is no option on as it is. */
    public Syntax passThrough() {
        spec.parser().stopAtPositional(true);
        return this;
    }

    /** Let a program and its words follow after {@code --}. */
    public Syntax program(String says) {
        program = says;
        return this;
    }

    /** Return what a program after {@code --} is for, or null if none may follow. */
    @Nullable String program() {
        return program;
    }

    /** Tell whether a name is taken by an option. */
    public boolean has(String option) {
        return spec.optionsMap().containsKey(option);
    }

    /** Add an option made elsewhere, with those of its names that are not taken. */
    void share(OptionSpec shared) {
        List<String> free = new ArrayList<>();
        for (String each : shared.names()) {
            if (!has(each)) {
                free.add(each);
            }
        }
        if (!free.isEmpty()) {
            spec.addOption(shared.toBuilder().names(free.toArray(String[]::new)).build());
        }
    }

    /** Return the command's words. */
    public String name() {
        return name;
    }

    /** Return what it does, one line. */
    public String summary() {
        return spec.usageMessage().description()[0];
    }

    /** Return the common uses. */
    public List<Example> examples() {
        return List.copyOf(examples);
    }

    /** Return the paragraphs of help. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Return the description in picocli's terms. */
    public CommandSpec spec() {
        return spec;
    }

    private Syntax add(OptionSpec.Builder option) {
        spec.addOption(option.build());
        return this;
    }

    private static OptionSpec.Builder option(String names, String says) {
        return OptionSpec.builder(names.split(" ", -1)).description(says);
    }
}
