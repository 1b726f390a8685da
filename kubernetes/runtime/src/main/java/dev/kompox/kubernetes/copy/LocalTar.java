package dev.kompox.kubernetes.copy;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A {@code tar} of this machine: GNU's, or one that takes the same options. */
final class LocalTar implements AutoCloseable {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Process process;
    private final LastWords words = new LastWords();
    private final Thread listener;

    private LocalTar(Process process) {
        this.process = process;
        this.listener = Thread.ofPlatform().daemon().name("tar-words").start(this::listen);
    }

    /** Extract what it is given into a directory, with modes, times and, as root, owners. */
    static LocalTar extract(Path directory) {
        return start("-x", "-p", "-f", "-", "--numeric-owner", "-C", directory.toString());
    }

    /** Make an archive of all that is in a directory, itself included. */
    static LocalTar all(Path directory) {
        return start("-c", "-f", "-", "--numeric-owner", "-C", directory.toString(), ".");
    }

    /** Make an archive of one thing in a directory; of a link, of what it leads to if wanted. */
    static LocalTar one(Path directory, String name, boolean followed) {
        return start(
                followed ? "-ch" : "-c",
                "-f",
                "-",
                "--numeric-owner",
                "-C",
                directory.toString(),
                "./" + name);
    }

    /** Make an archive of these things in a directory. */
    static LocalTar some(Path directory, List<String> names) {
        LocalTar tar =
                start(
                        "-c",
                        "-f",
                        "-",
                        "--numeric-owner",
                        "-C",
                        directory.toString(),
                        "--null",
                        "-T",
                        "-");
        Thread.ofPlatform().daemon().name("tar-names").start(() -> tar.tell(names));
        return tar;
    }

    private static LocalTar start(String... options) {
        List<String> command = new ArrayList<>(List.of("tar"));
        command.addAll(Arrays.asList(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        speakEnglish(builder.environment());
        try {
            return new LocalTar(builder.start());
        } catch (IOException e) {
            throw new DriverException(
                    new Category.Invalid(),
                    "tar cannot be run on this machine, which copying needs: " + e.getMessage(),
                    "apt install tar",
                    null,
                    e);
        }
    }

    /** Its words are read, see {@link TarResult}; how it takes names is left alone. */
    private static void speakEnglish(Map<String, String> environment) {
        String all = environment.remove("LC_ALL");
        if (all != null) {
            environment.put("LC_CTYPE", all);
        }
        environment.remove("LANGUAGE");
        environment.put("LC_MESSAGES", "C");
        // else that of macOS adds files of its own
        environment.put("COPYFILE_DISABLE", "1");
    }

    /** The names as the system has them, which may not be UTF-8. */
    private void tell(List<String> names) {
        Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
        try (OutputStream out = process.getOutputStream()) {
            for (String name : names) {
                out.write(("./" + name + "\0").getBytes(charset));
            }
        } catch (IOException e) {
            // it has ended, and says why
        }
    }

    private void listen() {
        try (InputStream err = process.getErrorStream()) {
            err.transferTo(words);
        } catch (IOException e) {
            // it was broken off
        }
    }

    /** What it is to extract. */
    OutputStream input() {
        return process.getOutputStream();
    }

    /** The archive that it makes. */
    InputStream output() {
        return process.getInputStream();
    }

    /** Tell whether it has failed by itself, though its input or output did not end. */
    boolean failed() {
        try {
            return process.waitFor(MOMENT) && process.exitValue() != 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** End its input, if it has one, and wait for it. */
    TarResult result() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it has ended, and says why
        }
        try {
            int code = process.waitFor();
            listener.join();
            return new TarResult("on this machine", code, words.lines());
        } catch (InterruptedException e) {
            throw DriverException.interrupted("waiting for tar", e);
        }
    }

    /** Break it off if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
