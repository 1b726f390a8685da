package dev.kompox.kubernetes.copy;

import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.exec.ExecMode;
import dev.kompox.kubernetes.exec.PodExec;
import dev.kompox.kubernetes.exec.PodTarget;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A container's files, by its own programs; no shell sees a path. */
final class ContainerSide implements Side {

    private final PodExec exec;
    private final PodTarget target;

    ContainerSide(PodExec exec, PodTarget target) {
        this.exec = exec;
        this.target = target;
    }

    @Override
    public boolean directory(String path) {
        return test("-d", path);
    }

    @Override
    public boolean exists(String path) {
        return test("-e", path);
    }

    @Override
    public boolean link(String path) {
        return test("-L", path);
    }

    private boolean test(String what, String path) {
        return run(List.of("test", what, path), OutputStream.nullOutputStream()).code() == 0;
    }

    @Override
    public String resolve(String path) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = run(List.of("readlink", "-f", path), out).code();
        String said = out.toString(StandardCharsets.UTF_8);
        if (code != 0 || !said.startsWith("/")) {
            throw new DriverException(
                    new Category.Invalid(),
                    "what the link " + path + " in " + target + " leads to is unknown",
                    "Name the file itself");
        }
        return said.endsWith("\n") ? said.substring(0, said.length() - 1) : said;
    }

    void makeDirectory(String path) {
        TarResult result = run(List.of("mkdir", path), OutputStream.nullOutputStream());
        if (result.code() != 0) {
            throw new DriverException(
                    new Category.Invalid(),
                    "the directory "
                            + path
                            + " cannot be made in "
                            + target
                            + ": "
                            + String.join("; ", result.said()),
                    "Name another place to copy to");
        }
    }

    /** Run a program without input. */
    TarResult run(List<String> command, OutputStream out) {
        return run(command, ExecMode.WITHOUT_INPUT, InputStream.nullInputStream(), out);
    }

    /** Run a program that takes its input. */
    TarResult run(List<String> command, InputStream in) {
        return run(command, ExecMode.WITH_INPUT, in, OutputStream.nullOutputStream());
    }

    private TarResult run(List<String> command, ExecMode mode, InputStream in, OutputStream out) {
        LastWords words = new LastWords();
        try {
            int code = exec.run(target, command, mode, new Streams.Piped(in, out, words));
            return new TarResult("in " + target, code, words.lines());
        } catch (DriverException e) {
            boolean absent =
                    e.category() instanceof Category.Invalid
                            && (e.sentence().contains("executable file not found")
                                    || e.sentence().contains("no such file or directory"));
            throw absent ? without(command.getFirst(), e) : e;
        }
    }

    private DriverException without(String program, DriverException cause) {
        return new DriverException(
                new Category.Invalid(),
                target
                        + ", has no program "
                        + program
                        + "; copying needs tar, test, mkdir and readlink there",
                "Copy by way of a service whose image has them and that mounts the same volume",
                null,
                cause);
    }
}
