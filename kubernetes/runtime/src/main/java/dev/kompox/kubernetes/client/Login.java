package dev.kompox.kubernetes.client;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a user proves who it is.
 *
 * @param tokens where tokens come from that are not written in the kubeconfig; null if none do
 * @param plugin the plugin among them that is asked; null if none is
 * @param renewal what a person does when the cluster no longer accepts it
 */
record Login(
        @Nullable OAuthTokenProvider tokens, @Nullable ExecCredentials plugin, String renewal) {

    /** Nobody says who they are. */
    static Login none() {
        return new Login(null, null, "Name a user in the kubeconfig's context");
    }

    /** Read how a user of a kubeconfig does. */
    static Login of(String user, AuthInfo info, Path file, Map<String, String> environment) {
        if (info.getExec() != null) {
            ExecCredentials plugin = new ExecCredentials(info.getExec(), file, environment);
            return new Login(
                    plugin,
                    plugin,
                    "Log in again with the tool behind it: " + info.getExec().getCommand());
        }
        String tokenFile = info.getTokenFile();
        if (tokenFile != null && !tokenFile.isBlank()) {
            Path path = file.resolveSibling(tokenFile);
            return new Login(() -> read(path), null, "Put a fresh token into " + path);
        }
        String what =
                info.getToken() != null && !info.getToken().isBlank()
                        ? "a fresh token"
                        : "a fresh client certificate";
        return new Login(null, null, "Put " + what + " for user " + user + " into " + file);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new DriverException(
                    new Category.Denied("read " + file),
                    "the token in " + file + " cannot be read",
                    "ls -l " + file,
                    null,
                    e);
        }
    }
}
