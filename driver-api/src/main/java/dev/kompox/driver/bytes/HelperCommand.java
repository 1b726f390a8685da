package dev.kompox.driver.bytes;

import dev.kompox.driver.call.Call;
import java.util.List;
import java.util.stream.Stream;

/**
 * Say how the helper image runs a program.
 *
 * @param line the command line
 * @param reads whether the program reads its standard input
 */
public record HelperCommand(List<String> line, boolean reads) {

    private static final String FOLDER = "/kompox/bin/";

    /** Return the command of a program. */
    public static HelperCommand of(Program program) {
        return switch (program) {
            case Program.CopyTree(String from, String to) -> deaf("copy-tree", from, to);
            case Program.Manifest(String at, boolean hashed) ->
                    hashed ? deaf("tree-manifest", at, "--hashed") : deaf("tree-manifest", at);
            case Program.Remember(String at) -> deaf("tree-manifest", at, "--remember");
            case Program.Archive(String at) -> deaf("archive-tree", at);
            case Program.Extract(String at) -> reading("extract-tree", at);
            case Program.SendTree(String at) -> reading("send-tree", at);
            case Program.ReceiveTree(String at, Program.Care care, boolean whole) ->
                    reading("receive-tree", at, word(care), whole ? "whole" : "changes");
            case Program.Measure(String at) -> deaf("measure", "both", at);
        };
    }

    /** Return where a program's streams go: a copy writes how far it is, which is progress. */
    public static Streams.Piped streams(Program program, Streams.Piped wanted, Call call) {
        return program instanceof Program.CopyTree
                ? Streams.Piped.to(new BytesLines(call.progress(), -1), wanted.err())
                : wanted;
    }

    private static HelperCommand deaf(String name, String... words) {
        return new HelperCommand(line(name, words), false);
    }

    private static HelperCommand reading(String name, String... words) {
        return new HelperCommand(line(name, words), true);
    }

    private static List<String> line(String name, String... words) {
        return Stream.concat(Stream.of(FOLDER + name), List.of(words).stream()).toList();
    }

    private static String word(Program.Care care) {
        return switch (care) {
            case LIVE -> "live";
            case AT_REST -> "at-rest";
            case EVERY_BYTE -> "every-byte";
        };
    }
}
