package dev.kompox.kubernetes.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InstanceTest {

    @Test
    void aContainerThatRuns() {
        Instance one = of("{running: {}}", "{}", "c1");
        assertThat(one.current()).isEqualTo("c1");
        assertThat(one.ended()).isFalse();
        assertThat(one.previous()).isNull();
    }

    @Test
    void aContainerThatRunsAgain() {
        Instance one = of("{running: {}}", "{terminated: {containerID: c1}}", "c2");
        assertThat(one.current()).isEqualTo("c2");
        assertThat(one.previous()).isEqualTo("c1");
    }

    @Test
    void aContainerThatHasEnded() {
        Instance one =
                of("{terminated: {containerID: c2}}", "{terminated: {containerID: c1}}", "c2");
        assertThat(one.current()).isEqualTo("c2");
        assertThat(one.ended()).isTrue();
        assertThat(one.previous()).isEqualTo("c1");
    }

    @Test
    void betweenTwoRunsTheLastOneCounts() {
        Instance one = of("{waiting: {}}", "{terminated: {containerID: c1}}", "c1");
        assertThat(one.current()).isEqualTo("c1");
        assertThat(one.ended()).isTrue();
        assertThat(one.previous()).isNull();
    }

    @Test
    void aContainerThatNeverRanHasNoRun() {
        assertThat(of("{waiting: {}}", "{}", "").current()).isNull();
    }

    @Test
    void containersComeInTheOrderOfTheirNamesShown() {
        Pod pod =
                pod(
                        """
                        containerStatuses: [{name: web}, {name: other}, {name: db}]
                        initContainerStatuses: [{name: prepare}]
                        """);
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("db", "database");
        labels.put("prepare", "first");
        labels.put("absent", "absent");
        labels.put("web", "front");
        assertThat(Instance.of(pod, labels))
                .extracting(Instance::label)
                .isEqualTo(List.of("database", "first", "front"));
    }

    private static Instance of(String state, String last, String id) {
        Pod pod =
                pod(
                        "containerStatuses: [{name: web, state: %s, lastState: %s, containerID: '%s'}]"
                                .formatted(state, last, id));
        return Instance.of(pod, Map.of("web", "web")).getFirst();
    }

    private static Pod pod(String status) {
        return Serialization.unmarshal(
                "metadata: {name: p, uid: u}\nstatus:\n" + status.indent(2), Pod.class);
    }
}
