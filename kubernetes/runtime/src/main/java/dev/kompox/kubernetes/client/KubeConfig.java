package dev.kompox.kubernetes.client;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Read kubeconfig files as kubectl does: the first file that names a thing wins.
 *
 * @param config how to reach the cluster, for fabric8
 * @param context the context chosen
 * @param user the user that the context names
 * @param login how the user proves who it is
 */
record KubeConfig(Config config, String context, String user, Login login) {

    private static final int ANSWER_MILLIS = 30_000;
    private static final int CONNECT_MILLIS = 10_000;

    /**
     * Read what a choice names.
     *
     * @throws DriverException {@code NotFound} if there is no such file or context, {@code Invalid}
     *     if a file cannot be read as one
     */
    static KubeConfig load(ClusterChoice choice) {
        List<Path> files = choice.files();
        List<io.fabric8.kubernetes.api.model.Config> parsed = new ArrayList<>();
        for (Path file : files) {
            parsed.add(parse(file));
        }
        String name = name(choice, parsed);
        Context context = context(choice, parsed, name);
        String user = Objects.requireNonNullElse(context.getUser(), "");
        Config config = Config.empty();
        Optional<Source> source = source(files, parsed, user);
        Login login =
                source.map(one -> Login.of(user, one.info, one.file, choice.environment()))
                        .orElse(Login.none());
        OAuthTokenProvider tokens = login.tokens();
        if (tokens != null) {
            config.setOauthTokenProvider(tokens);
        }
        KubeConfigUtils.merge(
                config, name, parsed.toArray(io.fabric8.kubernetes.api.model.Config[]::new));
        if (config.getMasterUrl() == null || config.getMasterUrl().isBlank()) {
            throw new DriverException(
                    new Category.Invalid(),
                    "context " + name + " names no server",
                    "kubectl config view" + choice.option());
        }
        ExecCredentials plugin = login.plugin();
        if (plugin != null && !plugin.credential().certificate().isEmpty()) {
            config.setClientCertData(plugin.credential().certificate());
            config.setClientKeyData(plugin.credential().key());
        }
        KeyAlgorithm.tell(config);
        source.ifPresent(one -> impersonate(config, one.info));
        config.setRequestRetryBackoffLimit(0);
        config.setRequestTimeout(ANSWER_MILLIS);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setUserAgent("kompox");
        return new KubeConfig(config, name, user, login);
    }

    private static io.fabric8.kubernetes.api.model.Config parse(Path file) {
        if (!Files.exists(file)) {
            throw new DriverException(
                    new Category.NotFound(),
                    "there is no kubeconfig at " + file,
                    "Name one: export KUBECONFIG=FILE");
        }
        try (InputStream text = Files.newInputStream(file)) {
            io.fabric8.kubernetes.api.model.Config config =
                    WireFormat.read(text, io.fabric8.kubernetes.api.model.Config.class);
            if (config == null || config.getContexts() == null) {
                throw unreadable(file, "it names no contexts");
            }
            return BesideKubeconfig.absolute(config, file);
        } catch (DriverException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the parser's words may quote the file, which holds secrets
            throw unreadable(file, "it is no kubeconfig, or this user may not read it");
        }
    }

    private static DriverException unreadable(Path file, String reason) {
        return new DriverException(
                new Category.Invalid(),
                file + " cannot be read: " + reason,
                "kubectl config view --kubeconfig " + file);
    }

    private static String name(
            ClusterChoice choice, List<io.fabric8.kubernetes.api.model.Config> parsed) {
        if (choice.context() != null) {
            return choice.context();
        }
        return parsed.stream()
                .map(io.fabric8.kubernetes.api.model.Config::getCurrentContext)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElseThrow(() ->
                        new DriverException(
                                new Category.NotFound(),
                                "the kubeconfig names no current context",
                                "Choose one, see: kubectl config get-contexts" + choice.option()));
    }

    private static Context context(
            ClusterChoice choice,
            List<io.fabric8.kubernetes.api.model.Config> parsed,
            String name) {
        return parsed.stream()
                .flatMap(config -> config.getContexts().stream())
                .filter(context -> name.equals(context.getName()) && context.getContext() != null)
                .map(NamedContext::getContext)
                .findFirst()
                .orElseThrow(() ->
                        new DriverException(
                                new Category.NotFound(),
                                "there is no context " + name + " in the kubeconfig",
                                "Choose one, see: kubectl config get-contexts" + choice.option()));
    }

    private static Optional<Source> source(
            List<Path> files, List<io.fabric8.kubernetes.api.model.Config> parsed, String user) {
        for (int i = 0; i < parsed.size(); i++) {
            for (NamedAuthInfo named : parsed.get(i).getUsers()) {
                if (user.equals(named.getName()) && named.getUser() != null) {
                    return Optional.of(new Source(named.getUser(), files.get(i)));
                }
            }
        }
        return Optional.empty();
    }

    private static void impersonate(Config config, AuthInfo info) {
        if (info.getAs() != null && !info.getAs().isBlank()) {
            config.setImpersonateUsername(info.getAs());
            config.setImpersonateGroups(
                    Objects.requireNonNullElse(info.getAsGroups(), List.<String>of())
                            .toArray(String[]::new));
        }
    }

    private record Source(AuthInfo info, Path file) {}
}
