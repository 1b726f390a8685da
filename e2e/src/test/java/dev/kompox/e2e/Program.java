package dev.kompox.e2e;

import java.nio.file.Path;
import java.util.List;

/** Find the program under test. */
final class Program {

    private Program() {}

    /** Return the command of the installed program. */
    static List<String> installed() {
        String path = System.getenv("KOMPOX_BIN");
        return List.of(path == null ? distribution().resolve("bin/kompox").toString() : path);
    }

    /** Return the directory of the built distribution. */
    static Path distribution() {
        String path = System.getenv("KOMPOX_BIN");
        Path program = Path.of(path == null ? "../dist/target/kompox/bin/kompox" : path);
        return program.toAbsolutePath().resolve("../..").normalize();
    }
}
