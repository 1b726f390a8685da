package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Mount;
import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import dev.kompox.kubernetes.convert.Conversion.Role;
import dev.kompox.kubernetes.convert.Conversion.Seed;
import dev.kompox.kubernetes.convert.Conversion.ServiceContainer;
import dev.kompox.kubernetes.convert.Report.Verdict;
import dev.kompox.kubernetes.object.KubernetesObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Converts a project to the objects of a cluster, all services in one pod. Equal requests give
 * equal objects.
 */
public final class Converter {

    private final ConversionRequest request;
    private final AppNaming naming;
    private final Findings findings = new Findings();
    private final Contents contents;
    private final PodVolumes volumes = new PodVolumes();

    private Converter(ConversionRequest request) {
        this.request = request;
        this.naming = new AppNaming(request.app());
        this.contents = new Contents(request, naming);
    }

    /**
     * Convert a project.
     *
     * @throws ConversionException if the project cannot run on a cluster as it stands
     */
    public static Conversion convert(ConversionRequest request) {
        return new Converter(request).convert();
    }

    private Conversion convert() {
        Project project = request.project();
        ServiceKeys.judge(project, findings);
        Listeners.judge(project.services().values(), findings);
        Roles roles = new Roles(project);
        List<Service> order = roles.inOrder();
        ContainerNames names = new ContainerNames(order);
        KubernetesObject deployment = deployment(roles, order, names);
        Network network = new Network(request, naming, findings);
        List<KubernetesObject> objects = new ArrayList<>();
        objects.add(namespace());
        objects.add(
                Body.object(
                        "v1",
                        "ServiceAccount",
                        metadata(naming.plain(), naming.labels()),
                        new Body().with("automountServiceAccountToken", false)));
        objects.add(network.policy());
        objects.addAll(contents.objects());
        objects.add(deployment);
        objects.addAll(network.published());
        objects.addAll(network.names(project.services().values()));
        Report report = findings.report();
        if (!report.of(Verdict.REJECTED).isEmpty()) {
            throw new ConversionException(report);
        }
        List<ServiceContainer> containers =
                order.stream()
                        .map(one -> new ServiceContainer(one.name(), names.of(one), roles.of(one)))
                        .toList();
        return new Conversion(objects, report, containers, seeds(order));
    }

    private KubernetesObject namespace() {
        SequencedMap<String, String> annotations = new LinkedHashMap<>();
        annotations.put(AppNaming.APP, naming.path());
        annotations.put("kompox.dev/provider-driver", request.driver());
        return Body.object(
                "v1",
                "Namespace",
                new Body()
                        .with("name", request.namespace())
                        .with("labels", naming.labels())
                        .with("annotations", annotations),
                new Body());
    }

    private Body metadata(String name, Map<String, String> labels) {
        return new Body()
                .with("namespace", request.namespace())
                .with("name", name)
                .with("labels", labels);
    }

    private KubernetesObject deployment(Roles roles, List<Service> order, ContainerNames names) {
        Grace grace = new Grace(order, roles);
        Containers containers =
                new Containers(
                        request.project(),
                        contents,
                        new Mounts(request, contents, volumes, findings),
                        volumes,
                        names,
                        roles,
                        grace,
                        findings);
        List<Map<String, Object>> first = new ArrayList<>();
        List<Map<String, Object>> main = new ArrayList<>();
        for (Service service : order) {
            (roles.of(service) == Role.MAIN ? main : first).addAll(containers.of(service));
        }
        if (main.isEmpty()) {
            findings.rejected(
                    "services",
                    request.project().tree().location(),
                    "no service runs: enable one with its profile (--profile, COMPOSE_PROFILES)");
        }
        Body spec =
                new PodSettings(request, naming, findings)
                        .spec(order, grace)
                        .with("initContainers", first)
                        .with("containers", main)
                        .with("volumes", volumes.list());
        String hash = contents.hash();
        Body template =
                new Body()
                        .with(
                                "metadata",
                                new Body()
                                        .with("labels", naming.componentLabels())
                                        .with(
                                                "annotations",
                                                hash == null
                                                        ? null
                                                        : Map.of(AppNaming.CONTENT, hash)))
                        .with("spec", spec);
        return Body.object(
                "apps/v1",
                "Deployment",
                metadata(naming.component(), naming.componentLabels()),
                new Body()
                        .with(
                                "spec",
                                new Body()
                                        .with("replicas", request.replicas())
                                        .with("revisionHistoryLimit", 1)
                                        // two pods must never have one disk
                                        .with("strategy", new Body().with("type", "Recreate"))
                                        .with(
                                                "selector",
                                                new Body().with("matchLabels", naming.selector()))
                                        .with("template", template)));
    }

    private List<Seed> seeds(List<Service> order) {
        List<Seed> seeds = new ArrayList<>();
        for (Service service : order) {
            String image = request.project().image(service);
            for (Mount mount : service.mounts()) {
                if (mount instanceof Mount.VolumeMount volume
                        && !volume.nocopy()
                        && volume.subpath() == null) {
                    String claim = request.claims().get(volume.volume());
                    if (claim != null) {
                        seeds.add(new Seed(service.name(), image, claim, volume.target()));
                    }
                }
            }
        }
        return seeds;
    }
}
