package dev.kompox.operations.kubeconfig;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Several kubeconfig files as one: the first that names a thing wins. */
public final class Kubeconfig {

    /** Where a file may name another one, relative to itself. */
    private static final List<String> CLUSTER_FILES = List.of("certificate-authority");

    private static final List<String> USER_FILES =
            List.of("client-certificate", "client-key", "tokenFile");

    private final List<KubeconfigFile> files;

    private Kubeconfig(List<KubeconfigFile> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Read files.
     *
     * @throws DriverException if one is not there or is no kubeconfig
     */
    public static Kubeconfig read(List<Path> files) {
        return new Kubeconfig(files.stream().map(KubeconfigFile::read).toList());
    }

    /**
     * Return the files that an environment names, as kubectl finds them: those of {@code
     * KUBECONFIG}, or {@code ~/.kube/config}; without those that are not there.
     */
    public static List<Path> files(Map<String, String> environment) {
        String named = environment.getOrDefault("KUBECONFIG", "");
        List<Path> files = new ArrayList<>();
        for (String name : named.split(File.pathSeparator, -1)) {
            if (!name.isBlank()) {
                files.add(Path.of(name));
            }
        }
        if (files.isEmpty()) {
            files.add(usual(environment));
        }
        return files.stream().filter(Files::exists).toList();
    }

    /** Return {@code ~/.kube/config}, there or not. */
    public static Path usual(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isBlank() ? System.getProperty("user.home", "/") : home)
                .resolve(".kube")
                .resolve("config");
    }

    /** Return the names of its contexts, in order. */
    public List<String> contexts() {
        return List.copyOf(entries(Section.CONTEXTS).sequencedKeySet());
    }

    /** Return the current context, if one is named. */
    public Optional<String> current() {
        return files.stream().map(KubeconfigFile::current).filter(Objects::nonNull).findFirst();
    }

    /** Return the address of the API server that a context reaches, if it names one. */
    public Optional<String> server(String context) {
        return Optional.ofNullable(entries(Section.CONTEXTS).get(context))
                .map(found -> KubeconfigFile.text(found.content, "cluster"))
                .map(name -> entries(Section.CLUSTERS).get(name))
                .map(found -> KubeconfigFile.text(found.content, "server"));
    }

    /**
     * Return a kubeconfig of one context alone, which is the current one: with its cluster, its
     * user and their credentials. Files that it names are named absolutely.
     *
     * @throws DriverException {@code NotFound} if there is no such context, or no such cluster
     */
    public SequencedMap<String, @Nullable Object> alone(String context) {
        Found chosen = entries(Section.CONTEXTS).get(context);
        if (chosen == null) {
            throw new DriverException(
                    new Category.NotFound(),
                    "there is no context " + context + " in " + names(),
                    "kompox cluster list");
        }
        String clusterName = KubeconfigFile.text(chosen.content, "cluster");
        Found cluster = entries(Section.CLUSTERS).get(clusterName);
        if (clusterName == null || cluster == null) {
            throw new DriverException(
                    new Category.NotFound(),
                    "context " + context + " names no cluster that is in " + names(),
                    "kubectl config view");
        }
        String userName = KubeconfigFile.text(chosen.content, "user");
        Found user = userName == null ? null : entries(Section.USERS).get(userName);
        SequencedMap<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put("apiVersion", "v1");
        whole.put("kind", "Config");
        whole.put(
                Section.CLUSTERS.list,
                entry(Section.CLUSTERS, clusterName, absolute(cluster, CLUSTER_FILES)));
        whole.put(
                Section.USERS.list,
                userName == null || user == null
                        ? List.of()
                        : entry(Section.USERS, userName, absolute(user, USER_FILES)));
        whole.put(Section.CONTEXTS.list, entry(Section.CONTEXTS, context, chosen.content));
        whole.put("current-context", context);
        return whole;
    }

    private static List<Object> entry(Section section, String name, MappingNode content) {
        SequencedMap<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("name", name);
        entry.put(section.content, PlainValue.map(content));
        return List.of(entry);
    }

    /** Name files absolutely, and a credential plugin that is one, as kubectl resolves them. */
    private static MappingNode absolute(Found found, List<String> keys) {
        MappingNode content = found.content;
        for (String key : keys) {
            content = absolute(content, key, found.file);
        }
        if (content.get("exec") instanceof MappingNode exec) {
            String command = KubeconfigFile.text(exec, "command");
            if (command != null && command.contains(File.separator)) {
                content = content.with("exec", absolute(exec, "command", found.file));
            }
        }
        return content;
    }

    private static MappingNode absolute(MappingNode content, String key, Path file) {
        String named = KubeconfigFile.text(content, key);
        if (named == null || named.isBlank()) {
            return content;
        }
        Path absolute = file.toAbsolutePath().resolveSibling(named).normalize();
        return content.with(key, ScalarNode.string(content.location(), absolute.toString()));
    }

    private String names() {
        return files.isEmpty()
                ? "any kubeconfig"
                : String.join(", ", files.stream().map(one -> one.file().toString()).toList());
    }

    private SequencedMap<String, Found> entries(Section section) {
        SequencedMap<String, Found> all = new LinkedHashMap<>();
        for (KubeconfigFile one : files) {
            one.entries(section)
                    .forEach((name, content) ->
                            all.putIfAbsent(name, new Found(content, one.file())));
        }
        return all;
    }

    private record Found(MappingNode content, Path file) {}
}
