package dev.kompox.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A place where an app may live, looked at with the place's own tool and never with Kompox. */
sealed interface Side {

    /** Return the engine of this machine. */
    static Side local() {
        return new Engine("default");
    }

    /** Return how {@code --to} and {@code --on} are told. */
    String place();

    /** Return how Kompox shows it. */
    default String shown() {
        return place().replace(':', '/');
    }

    /**
     * Return the words that run a program inside a service of the app; they fail if it runs not
     * here.
     */
    List<String> within(App app, String service);

    /** Tell how many instances of the app run here. */
    long serving(App app);

    /** Run a program inside a service. */
    default Result exec(App app, String service, String... program) {
        List<String> command = new ArrayList<>(within(app, service));
        command.addAll(List.of(program));
        return app.run(command.toArray(String[]::new));
    }

    /** Return {@link #within} as text for a shell. */
    default String shell(App app, String service) {
        return within(app, service).stream().map(Side::quoted).collect(Collectors.joining(" "));
    }

    /** Return a word as a shell reads it back. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /**
     * A Docker Engine.
     *
     * @param context its context
     */
    record Engine(String context) implements Side {

        @Override
        public String place() {
            return "docker:" + context;
        }

        @Override
        public List<String> within(App app, String service) {
            String container = app.project + "-" + service + "-1";
            return List.of("docker", "--context", context, "exec", container);
        }

        @Override
        public long serving(App app) {
            String mine = "label=com.docker.compose.project=" + app.project;
            return app.run("docker", "--context", context, "ps", "-q", "--filter", mine)
                    .ok()
                    .out()
                    .lines()
                    .count();
        }
    }

    /**
     * A cluster.
     *
     * @param cluster it
     */
    record Kubernetes(Cluster cluster) implements Side {

        private static final String FIND =
                """
                read -r namespace pod < <(KUBECTL get pods -A -l app=APP --field-selector=status.phase=Running \\
                  -o 'jsonpath={range .items[*]}{.metadata.namespace} {.metadata.name}{"\\n"}{end}') || exit 1
                exec KUBECTL exec -n "$namespace" "$pod" -c "$0" -- "$@"
                """;

        @Override
        public String place() {
            return "kube:" + cluster.name();
        }

        @Override
        public List<String> within(App app, String service) {
            String script =
                    FIND.replace("KUBECTL", String.join(" ", cluster.kubectl()))
                            .replace("APP", component(app));
            return List.of("bash", "-c", script, service);
        }

        @Override
        public long serving(App app) {
            return pods(app, "--field-selector=status.phase=Running").size();
        }

        /** Return the app's deployment, which is its service's name too. */
        static String component(App app) {
            return app.project + "-app";
        }

        /** Return the names of its pods. */
        List<String> pods(App app, String... options) {
            List<String> words = new ArrayList<>(List.of("get", "pods", "-A", "-o", "name"));
            words.addAll(List.of("-l", "app=" + component(app)));
            words.addAll(List.of(options));
            return cluster.kubectl(words.toArray(String[]::new)).ok().out().lines().toList();
        }

        /** Return the namespace that an app has or had. */
        String namespace(App app) {
            String name = "app.kubernetes.io/name=" + app.project;
            String all = cluster.kubectl("get", "namespaces", "-l", name, "-o", "name").ok().out();
            return all.strip().replace("namespace/", "");
        }

        /** Run kubectl in the app's namespace. */
        Result kubectl(App app, String... words) {
            List<String> all = new ArrayList<>(List.of("-n", namespace(app)));
            all.addAll(List.of(words));
            return cluster.kubectl(all.toArray(String[]::new));
        }

        /** Return the variables by which Kompox finds this cluster alone. */
        Map<String, String> environment() {
            return Map.of("KUBECONFIG", cluster.kubeconfig().toString());
        }
    }
}
