package dev.kompox.driver.csi.run;

import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.Change;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.kubernetes.apply.ObjectChange;
import dev.kompox.kubernetes.rollout.Component;
import java.util.ArrayList;
import java.util.List;

/** What applying objects means for an app: its objects first, then its services. */
record ChangeList(Workload workload, Component component, AppState state) {

    private static final String TEMPLATE = "spec.template.";
    private static final String NUMBER = "spec.replicas";

    List<Change> of(List<ObjectChange> objects, boolean recreate) {
        List<Change> changes = new ArrayList<>();
        ObjectChange deployment = null;
        for (ObjectChange one : objects) {
            boolean own =
                    one.kind().equals("Deployment") && one.name().equals(component.deployment());
            if (own) {
                deployment = one;
            } else {
                changes.add(change(one));
            }
        }
        if (deployment != null) {
            services(deployment, recreate, changes);
        }
        return changes;
    }

    private static Change change(ObjectChange one) {
        return switch (one.verb()) {
            case CREATE -> new Change(one.kind(), one.name(), Change.Verb.CREATE, "new");
            case KEEP -> new Change(one.kind(), one.name(), Change.Verb.KEEP, "");
            case PRUNE ->
                    new Change(one.kind(), one.name(), Change.Verb.REMOVE, "wanted no longer");
            case CHANGE ->
                    new Change(
                            one.kind(),
                            one.name(),
                            Change.Verb.UPDATE,
                            String.join(", ", one.fields()));
        };
    }

    private void services(ObjectChange deployment, boolean recreate, List<Change> changes) {
        List<String> template =
                deployment.fields().stream().filter(field -> field.startsWith(TEMPLATE)).toList();
        boolean stopped = !state.anyAlive();
        boolean beside =
                deployment.fields().stream()
                        .anyMatch(
                                field -> !field.startsWith(TEMPLATE) && !field.startsWith(NUMBER));
        if (beside) {
            changes.add(
                    new Change(
                            "Deployment",
                            deployment.name(),
                            Change.Verb.UPDATE,
                            String.join(", ", deployment.fields())));
        }
        component
                .members()
                .forEach((container, member) ->
                        changes.add(
                                service(
                                        container,
                                        member.label(),
                                        deployment.verb(),
                                        template,
                                        recreate,
                                        stopped)));
        state.instances().stream()
                .map(InstanceState::service)
                .filter(service -> !workload.project().services().containsKey(service))
                .forEach(service ->
                        changes.add(
                                new Change(
                                        "service",
                                        service,
                                        Change.Verb.REMOVE,
                                        "it is no longer in the project")));
    }

    private static Change service(
            String container,
            String label,
            ObjectChange.Verb verb,
            List<String> template,
            boolean recreate,
            boolean stopped) {
        if (verb == ObjectChange.Verb.CREATE) {
            return new Change("service", label, Change.Verb.CREATE, "new");
        }
        if (!template.isEmpty()) {
            String own = "ontainers[" + container + "]";
            List<String> concerned =
                    template.stream()
                            .filter(field -> field.contains(own))
                            .map(field -> field.substring(field.indexOf(own) + own.length()))
                            .map(field -> field.startsWith(".") ? field.substring(1) : field)
                            .toList();
            return new Change(
                    "service",
                    label,
                    Change.Verb.RECREATE,
                    concerned.isEmpty()
                            ? "all services share one pod, and that changes"
                            : String.join(", ", concerned));
        }
        if (stopped) {
            return new Change("service", label, Change.Verb.START, "");
        }
        return recreate
                ? new Change("service", label, Change.Verb.RECREATE, "asked for")
                : new Change("service", label, Change.Verb.KEEP, "");
    }
}
