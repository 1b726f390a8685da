package dev.kompox.cli.command;

import dev.kompox.compose.RemoteFileException;
import dev.kompox.compose.RemoteFiles;
import dev.kompox.compose.remote.GitFiles;
import dev.kompox.operations.app.RemoteBinds;
import java.util.Map;

/** Whether {@code include} and {@code extends} may read other machines: not unless that is set. */
final class RemoteSetting {

    private static final String VARIABLE = "KOMPOX_REMOTE_INCLUDES";

    private RemoteSetting() {}

    static RemoteFiles of(Map<String, String> environment) {
        String value = environment.getOrDefault(VARIABLE, "");
        return switch (value) {
            case "" -> RemoteSetting::refuse;
            case "git" -> new GitFiles(RemoteBinds.directory(environment), environment);
            default ->
                    throw new UsageException(
                            VARIABLE + "=" + value + " means nothing",
                            "",
                            "Set it to git, or not at all.");
        };
    }

    private static RemoteFiles.Brought refuse(String reference) throws RemoteFileException {
        throw new RemoteFileException(
                "remote files are not read",
                "Copy the file next to this one and name the copy, or set " + VARIABLE + "=git.");
    }
}
