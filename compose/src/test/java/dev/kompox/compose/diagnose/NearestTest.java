package dev.kompox.compose.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN =
            List.of("image", "ports", "expose", "environment", "env_file", "volumes", "depends_on");

    @ParameterizedTest
    @CsvSource({
        "port, ports",
        "prots, ports",
        "Image, image",
        "enviroment, environment",
        "env-file, env_file",
        "dependsOn, depends_on",
        "volume, volumes",
        "imgae, image",
    })
    void findsWhatWasMeant(String name, String meant) {
        assertThat(Nearest.of(name, KNOWN)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"x", "foo", "kubernetes", "links"})
    void findsNothingFarAway(String name) {
        assertThat(Nearest.of(name, KNOWN)).isNull();
    }

    @Test
    void printsPlaces() {
        Where place = Where.ROOT.key("services").key("web").key("ports").item(2).key("target");

        assertThat(place).hasToString("services.web.ports[2].target");
        assertThat(Where.ROOT).hasToString("");
        assertThat(place.within("web")).isTrue();
        assertThat(place.within("db")).isFalse();
    }
}
