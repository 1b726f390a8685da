package dev.kompox.driver.csi.run;

import dev.kompox.compose.model.Service;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.kubernetes.convert.AppNaming;
import dev.kompox.kubernetes.convert.Conversion.Role;
import dev.kompox.kubernetes.convert.Conversion.ServiceContainer;
import dev.kompox.kubernetes.convert.ServiceContainers;
import dev.kompox.kubernetes.rollout.Component;
import dev.kompox.kubernetes.rollout.Component.Member;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The one deployment of an app. */
final class AppComponent {

    private AppComponent() {}

    static Component of(Workload workload, String namespace) {
        AppNaming naming = new AppNaming(workload.app());
        SequencedMap<String, Member> members = new LinkedHashMap<>();
        for (ServiceContainer one : ServiceContainers.of(workload.project())) {
            Service service = workload.project().services().get(one.service());
            if (service != null) {
                members.put(one.container(), member(service, one.role()));
            }
        }
        return new Component(namespace, naming.component(), "app=" + naming.component(), members);
    }

    private static Member member(Service service, Role role) {
        String restart = service.restart();
        boolean patient = restart != null && !restart.equals("no");
        boolean checked =
                service.healthcheck() != null
                        && !service.healthcheck().disabled()
                        && !service.healthcheck().test().isEmpty();
        return new Member(service.name(), role == Role.ONCE, patient, checked);
    }
}
