package dev.kompox.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Hold what was typed, understood. */
public final class Arguments {

    private final ParseResult result;
    private final Set<String> own;
    private final List<String> program;

    /**
     * Wrap a result.
     *
     * @param own the names that the command uses for itself
     * @param program what stood after {@code --}
     */
    Arguments(ParseResult result, Set<String> own, List<String> program) {
        this.result = result;
        this.own = own;
        this.program = List.copyOf(program);
    }

    /** Tell whether an option was given. */
    public boolean flag(String name) {
        return result.hasMatchedOption(name);
    }

    /** Return an option's value, or null. */
    public @Nullable String value(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? null : values.getLast();
    }

    /** Return an option's value, or another one. */
    public String value(String name, String otherwise) {
        String value = value(name);
        return value == null ? otherwise : value;
    }

    /** Return all values of an option, in order. */
    public List<String> values(String name) {
        OptionSpec option = result.matchedOption(name);
        return option == null ? List.of() : List.copyOf(option.stringValues());
    }

    /** Return what stands without an option, in order. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        result.matchedPositionals().forEach(each -> words.addAll(each.stringValues()));
        return words;
    }

    /** Return the word at a position, or null. */
    public @Nullable String word(int index) {
        List<String> words = words();
        return index < words.size() ? words.get(index) : null;
    }

    /** Return the word at a position that the syntax requires. */
    public String required(int index) {
        return words().get(index);
    }

    /** Return the program and its words that stood after {@code --}; none where none did. */
    public List<String> program() {
        return program;
    }

    List<String> global(String name) {
        return own.contains(name) || result.commandSpec().findOption(name) == null
                ? List.of()
                : values(name);
    }

    boolean globalFlag(String name) {
        return !own.contains(name)
                && result.commandSpec().findOption(name) != null
                && result.hasMatchedOption(name);
    }
}
