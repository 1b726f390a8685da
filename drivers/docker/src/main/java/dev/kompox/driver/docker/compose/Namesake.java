package dev.kompox.driver.docker.compose;

import dev.kompox.driver.docker.engine.ContainerInfo;
import dev.kompox.driver.runtime.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Find another project of the same name: docker compose takes both for one, and so their containers
 * and volumes are one too.
 */
final class Namesake {

    private final Workload workload;

    Namesake(Workload workload) {
        this.workload = workload;
    }

    /**
     * Say that containers were started from another directory. A project that was moved is no
     * namesake, so the files there must still exist.
     */
    Optional<String> among(List<ContainerInfo> containers) {
        Path here = workload.project().workingDirectory();
        for (ContainerInfo container : containers) {
            String there = container.labels().getOrDefault(Labels.DIRECTORY, "");
            String files = container.labels().getOrDefault(Labels.FILES, "");
            if (isElsewhere(there, here) && exist(files)) {
                return Optional.of(
                        "a project in "
                                + there
                                + " has the name "
                                + workload.project().name()
                                + " too and started "
                                + container.name()
                                + ", so both share containers and disks; give one another name with"
                                + " -p NAME or name: in its Compose file");
            }
        }
        return Optional.empty();
    }

    private static boolean isElsewhere(String there, Path here) {
        try {
            return !there.isEmpty()
                    && Files.isDirectory(Path.of(there))
                    && !Files.isSameFile(Path.of(there), here);
        } catch (IOException | InvalidPathException e) {
            return false; // what cannot be looked at is not reported
        }
    }

    private static boolean exist(String files) {
        for (String file : files.split(",", -1)) {
            try {
                if (!file.isEmpty() && Files.exists(Path.of(file))) {
                    return true;
                }
            } catch (InvalidPathException e) {
                return false;
            }
        }
        return false;
    }
}
