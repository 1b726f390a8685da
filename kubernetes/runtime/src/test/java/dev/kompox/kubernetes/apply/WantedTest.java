package dev.kompox.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.kubernetes.client.WireFormat;
import dev.kompox.kubernetes.object.KubernetesObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an object need not be sent again. */
class WantedTest {

    private final Wanted wanted = wanted(service("a", 80));

    @Test
    void needNotBeSentAgainWhenAllOfItIsThere() {
        assertThat(wanted.isAsIn(live(""))).isTrue();
        String withMore = "\"annotations\":{\"others\":\"x\",";
        assertThat(wanted.isAsIn(live("\"annotations\":{", withMore))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"port\":80`, `\"port\":81`",
                "`\"port\":80`, `\"targetPort\":80`",
                "`{\"app\":\"a\"}`, `{}`",
                "`{\"app\":\"a\"}`, `null`",
                "`\"ports\":[`, `\"ports\":[{\"port\":1},`",
                "kompox.dev/applied, somebody.else/applied",
                "`\"kompox.dev/inventory\":\"app\"`, `\"kompox.dev/inventory\":\"other\"`"
            })
    void isSentWhenSomethingIsOtherwise(String part, String instead) {
        assertThat(live("")).isNotEqualTo(live(part, instead));
        assertThat(wanted.isAsIn(live(part, instead))).isFalse();
    }

    @Test
    void isSentWhenLessIsWantedThanWasSent() {
        assertThat(wanted(service("a", null)).isAsIn(live(""))).isFalse();
    }

    @Test
    void tellsNothingAboutSecrets() {
        SequencedMap<String, Object> body = new LinkedHashMap<>();
        body.put("kind", "Secret");
        body.put("metadata", Map.of("name", "a", "namespace", "n"));
        body.put("data", Map.of("password", "c2VjcmV0"));
        Wanted secret = wanted(new KubernetesObject("v1", "Secret", "n", "a", body));
        assertThat(WireFormat.json(secret.body())).doesNotContain(Applier.APPLIED);
        assertThat(secret.isAsIn(secret.body())).isFalse();
    }

    private static Wanted wanted(KubernetesObject object) {
        return new Wanted(object, "app");
    }

    private static KubernetesObject service(String app, @Nullable Integer port) {
        SequencedMap<String, Object> body = new LinkedHashMap<>();
        body.put("apiVersion", "v1");
        body.put("kind", "Service");
        body.put("metadata", Map.of("name", "a", "namespace", "n"));
        SequencedMap<String, Object> spec = new LinkedHashMap<>();
        spec.put("selector", Map.of("app", app));
        if (port != null) {
            spec.put("ports", List.of(Map.of("port", port)));
        }
        body.put("spec", spec);
        return new KubernetesObject("v1", "Service", "n", "a", body);
    }

    /** What was sent, as a server gives it back. */
    private Map<?, ?> live(String part) {
        return live(part, part);
    }

    private Map<?, ?> live(String part, String instead) {
        SequencedMap<String, Object> body = new LinkedHashMap<>(wanted.body());
        body.put("status", Map.of());
        return WireFormat.read(WireFormat.json(body).replace(part, instead), Map.class);
    }
}
