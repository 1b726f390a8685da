package dev.kompox.kubernetes.terminal;

import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.exec.PodTarget;
import dev.kompox.kubernetes.kit.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A process of its own that uses its terminal: {@code FILE KUBECONFIG NAMESPACE POD COMMAND…}. */
final class TerminalProgram {

    private TerminalProgram() {}

    /** Write this process's number into the file, run the command in the pod, end as it did. */
    public static void main(String[] words) throws IOException {
        Files.writeString(Path.of(words[0]), String.valueOf(ProcessHandle.current().pid()));
        PodTarget target = new PodTarget(words[2], words[3], "main");
        List<String> command = Arrays.asList(words).subList(4, words.length);
        int code;
        try (ClusterConnection cluster =
                ClusterConnection.open(TestNamespace.choice(Path.of(words[1])))) {
            code = new TerminalExec(cluster).run(target, command);
        }
        System.exit(code);
    }
}
