package dev.kompox.driver.csi.image;

import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.exec.ExecMode;
import dev.kompox.kubernetes.exec.PodExec;
import dev.kompox.kubernetes.exec.PodTarget;
import dev.kompox.kubernetes.exec.RunningExec;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A node's containerd, told what to do by its own {@code ctr}.
 *
 * @param node the node's name
 */
record NodeDoor(String node, PodExec exec, PodTarget target) {

    /** Return the names of the images that the node has. */
    Set<String> names() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run("listing images", List.of("images", "ls", "-q"), out);
        return out.toString(StandardCharsets.UTF_8).lines().collect(Collectors.toSet());
    }

    /** Write images as an archive. */
    void save(List<String> names, OutputStream out) {
        List<String> words = new ArrayList<>(List.of("images", "export", "-"));
        words.addAll(names);
        run("reading images", words, out);
    }

    /** Begin to load an archive. */
    ImageLoad load() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        RunningExec running =
                exec.start(
                        target,
                        Ctr.line(List.of("images", "import", "-")),
                        ExecMode.WITH_INPUT,
                        OutputStream.nullOutputStream(),
                        said);
        return new ImageLoad(this, running, said);
    }

    private void run(String doing, List<String> words, OutputStream out) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code =
                exec.run(
                        target,
                        Ctr.line(words),
                        ExecMode.WITHOUT_INPUT,
                        Streams.Piped.to(out, said));
        expect(doing, code, said);
    }

    void expect(String doing, int code, ByteArrayOutputStream said) {
        if (code != 0) {
            String text = said.toString(StandardCharsets.UTF_8).strip();
            throw new DriverException(
                    new Category.Invalid(),
                    doing
                            + " on node "
                            + node
                            + " failed: "
                            + (text.isEmpty() ? "exit code " + code : text),
                    Registry.PUSH);
        }
    }
}
