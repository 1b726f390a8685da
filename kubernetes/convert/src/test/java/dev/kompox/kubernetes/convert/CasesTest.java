package dev.kompox.kubernetes.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.kubernetes.convert.Report.Verdict;
import dev.kompox.kubernetes.object.KubernetesObject;
import dev.kompox.kubernetes.object.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compose files of many forms of each key: the pod they become, and all that is not mapped. */
class CasesTest {

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseBecomesThis(String name) throws IOException {
        Conversion conversion = Projects.convert(Projects.CASES, name + ".yaml", "k4x-test");
        StringBuilder text = new StringBuilder();
        conversion.report().lines().stream()
                .filter(line -> line.verdict() != Verdict.MAPPED)
                .forEach(line ->
                        text.append(
                                "# %s %s: %s\n"
                                        .formatted(line.verdict(), line.path(), line.text())));
        text.append(Manifests.yaml(List.of(pod(conversion))));
        text.append(
                Manifests.yaml(
                        conversion.objects().stream()
                                .filter(CasesTest::ofInterest)
                                .map(CasesTest::bare)
                                .toList()));

        Path golden = Projects.CASES.resolve(name + ".golden.yaml");
        if (Boolean.getBoolean("update.golden")) {
            Files.writeString(golden, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(golden));
    }

    private static boolean ofInterest(KubernetesObject object) {
        return switch (object.kind()) {
            case "ConfigMap", "Secret" -> true;
            case "Service" -> object.name().equals("cases-app");
            default -> false;
        };
    }

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(Projects.CASES)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".yaml") && !name.endsWith(".golden.yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static KubernetesObject pod(Conversion conversion) {
        SequencedMap<String, Object> body = new LinkedHashMap<>();
        Projects.pod(conversion).forEach((key, value) -> body.put(String.valueOf(key), value));
        return new KubernetesObject("v1", "Pod", null, "pod", body);
    }

    /** Return an object without what all have. */
    private static KubernetesObject bare(KubernetesObject object) {
        SequencedMap<String, Object> body = new LinkedHashMap<>(object.body());
        body.remove("apiVersion");
        body.put("metadata", object.name());
        return new KubernetesObject("v1", object.kind(), null, object.name(), body);
    }
}
