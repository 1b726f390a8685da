package dev.kompox.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Somebody who may only look at a cluster: a service account of the name {@code guest}. */
final class Guest {

    static final String NAME = "guest";

    private static final String ACCOUNT =
            """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: guest, namespace: default}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: ktest-guest}
            rules: [{apiGroups: ["*"], resources: ["*"], verbs: [get, list, watch]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: ktest-guest}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ktest-guest}
            subjects: [{kind: ServiceAccount, name: guest, namespace: default}]
            """;

    private final Cluster cluster;
    private final Path directory;

    /**
     * Let somebody in.
     *
     * @param directory where kubeconfigs are written
     */
    Guest(Cluster cluster, Path directory) throws IOException {
        this.cluster = cluster;
        this.directory = directory;
        Path account = Files.writeString(directory.resolve("guest-account.yaml"), ACCOUNT);
        cluster.kubectl("apply", "-f", account.toString()).ok();
    }

    /** Return a kubeconfig whose context {@code guest} is accepted for an hour. */
    Path kubeconfig() throws IOException {
        String token = cluster.kubectl("create", "token", NAME, "--duration=1h").ok().out();
        return with(token.strip());
    }

    /** Return a kubeconfig whose context {@code guest} was accepted until an hour ago. */
    Path expired() throws IOException {
        String issuer = "https://kubernetes.default.svc.cluster.local";
        String identity =
                cluster.kubectl("get", "serviceaccount", NAME, "-o", "jsonpath={.metadata.uid}")
                        .ok()
                        .out();
        long end = Instant.now().minus(Duration.ofHours(1)).getEpochSecond();
        String claims =
                """
                {"iss":"%1$s","aud":["%1$s"],"sub":"system:serviceaccount:default:guest",\
                "iat":%2$d,"nbf":%2$d,"exp":%3$d,\
                "kubernetes.io":{"namespace":"default","serviceaccount":{"name":"guest","uid":"%4$s"}}}
                """
                        .strip()
                        .formatted(issuer, end - 3600, end, identity);
        String signed = base64("{\"alg\":\"RS256\",\"kid\":\"\"}") + "." + base64(claims);
        return with(signed + "." + signature(signed));
    }

    /** The cluster's own key signs it, by a program that nobody here wrote. */
    private String signature(String text) {
        String sign =
                "printf %s \"$0\" | openssl dgst -sha256 -sign \"$1\" | base64 -w0 | tr '+/' '-_' | tr -d =";
        String key = cluster.secret("accounts.key").toString();
        return Shell.run(directory, Map.of(), List.of("bash", "-c", sign, text, key)).ok().out();
    }

    private static String base64(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Path with(String token) throws IOException {
        Path file = Files.createTempFile(directory, "guest", ".yaml");
        Files.writeString(file, cluster.kubectl("config", "view", "--raw", "--flatten").ok().out());
        config(file, "set-credentials", NAME, "--token=" + token);
        config(file, "set-context", NAME, "--cluster=" + cluster.name(), "--user=" + NAME);
        config(file, "use-context", NAME);
        return file;
    }

    private void config(Path file, String... words) {
        List<String> command = new ArrayList<>();
        command.add(cluster.kubectl().getFirst());
        command.addAll(List.of("--kubeconfig", file.toString(), "config"));
        command.addAll(List.of(words));
        Shell.run(directory, Map.of(), command).ok();
    }
}
