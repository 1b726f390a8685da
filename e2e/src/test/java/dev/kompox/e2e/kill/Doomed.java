package dev.kompox.e2e.kill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The program under test, run so that it dies at a point of its journal. */
public final class Doomed {

    private final Path distribution;
    private final Path agent;

    /**
     * Prepare.
     *
     * @param distribution the installed program
     * @param directory where the agent is written
     */
    public Doomed(Path distribution, Path directory) {
        this.distribution = distribution;
        this.agent = directory.resolve("kill-agent.jar");
        try {
            write(agent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return the command that runs the program and dies at a point. */
    public List<String> command(int point, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-javaagent:" + agent + "=" + point);
        command.add("-Dkompox.home=" + distribution);
        command.addAll(List.of("-cp", classPath(), "dev.kompox.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private String classPath() {
        try (Stream<Path> jars = Files.list(distribution.resolve("lib"))) {
            return String.join(
                    ":",
                    jars.map(Path::toString)
                            .filter(name -> name.endsWith(".jar"))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(new Attributes.Name("Premain-Class"), KillAgent.class.getName());
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (String name :
                    List.of("Killer", "KillAgent", "KillAgent$Points", "KillAgent$Around")) {
                String path = "dev/kompox/e2e/kill/" + name + ".class";
                entries.putNextEntry(new JarEntry(path));
                try (InputStream in = Doomed.class.getClassLoader().getResourceAsStream(path)) {
                    if (in == null) {
                        throw new IOException(path + " is not on the class path");
                    }
                    in.transferTo(entries);
                }
            }
        }
    }
}
