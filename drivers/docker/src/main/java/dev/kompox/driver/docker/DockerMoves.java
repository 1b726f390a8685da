package dev.kompox.driver.docker;

import dev.kompox.compose.model.Port;
import dev.kompox.compose.model.Service;
import dev.kompox.driver.Moves;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.docker.compose.Labels;
import dev.kompox.driver.docker.engine.ContainerInfo;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.storage.Seals;
import dev.kompox.driver.runtime.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaving and entering a Docker Engine. */
final class DockerMoves implements Moves {

    private static final String NEVER = "no";

    private final Engine engine;
    private final Seals seals;

    DockerMoves(Engine engine, Seals seals) {
        this.engine = engine;
        this.seals = seals;
    }

    @Override
    public String identity() {
        // a copied machine has the id of its model, but hardly its name
        return "docker " + engine.id() + " " + engine.info().get("Name").text();
    }

    @Override
    public Set<String> architectures() {
        String machine = engine.info().get("Architecture").text();
        // the engine says what the kernel does, images say what Go does
        return switch (machine) {
            case "x86_64" -> Set.of("amd64");
            case "aarch64" -> Set.of("arm64");
            case "" -> Set.of();
            default -> Set.of(machine);
        };
    }

    @Override
    public List<String> obstacles(Workload workload) {
        List<ContainerInfo> others =
                engine.containers(Map.of()).stream()
                        .filter(one -> one.alive() && !project(workload).equals(project(one)))
                        .toList();
        List<String> found = new ArrayList<>();
        for (Service service : workload.project().services().values()) {
            for (Port port : service.ports()) {
                others.stream()
                        .filter(one -> one.ports().stream().anyMatch(text -> has(text, port)))
                        .forEach(one ->
                                found.add(
                                        "port "
                                                + port.published()
                                                + "/"
                                                + port.protocol()
                                                + ", which service "
                                                + service.name()
                                                + " publishes, is taken by container "
                                                + one.name()));
            }
            String name = service.containerName();
            others.stream()
                    .filter(one -> one.name().equals(name))
                    .forEach(one ->
                            found.add("container name " + name + " is taken by another project"));
        }
        return found;
    }

    /**
     * Tell whether a published port, e.g. {@code 127.0.0.1:80->80/tcp} or {@code 80->80/tcp}, is
     * the one wanted.
     */
    private static boolean has(String text, Port port) {
        int arrow = text.indexOf("->");
        if (arrow < 0 || port.published() == null) {
            return false;
        }
        String outside = text.substring(0, arrow);
        return outside.substring(outside.lastIndexOf(':') + 1).equals(port.published())
                && text.endsWith("/" + port.protocol());
    }

    @Override
    public void fence(Workload workload, Call call) {
        for (ContainerInfo container : containers(workload)) {
            engine.setRestart(container.id(), NEVER, 0);
        }
    }

    @Override
    public void unfence(Workload workload, Call call) {
        for (ContainerInfo container : containers(workload)) {
            Service service =
                    workload.project().services().get(container.labels().get(Labels.SERVICE));
            if (service != null && service.restart() != null) {
                // "on-failure:3" is a policy and how often (Compose Specification, "restart")
                String[] words = service.restart().split(":", 2);
                long attempts = words.length == 2 ? Long.parseLong(words[1]) : 0;
                engine.setRestart(container.id(), words[0], attempts);
            }
        }
    }

    @Override
    public void seal(Workload workload, String reason, Call call) {
        seals.put(workload.app(), reason, call);
    }

    @Override
    public void unseal(Workload workload, Call call) {
        seals.remove(workload.app());
    }

    private List<ContainerInfo> containers(Workload workload) {
        return engine.containers(
                Map.of("label", List.of(Labels.PROJECT + "=" + project(workload))));
    }

    private static String project(Workload workload) {
        return workload.project().name();
    }

    private static String project(ContainerInfo container) {
        return container.labels().getOrDefault(Labels.PROJECT, "");
    }
}
