package dev.kompox.operations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose operations concern whom. */
class IdentityTest {

    private static Identity of(String app) {
        return new Identity(app, 1, "ann", "desk", "0.1.0", Path.of("lock"));
    }

    @Test
    void aMoveConcernsBothOfItsPlaces() {
        String move = Identity.of("/app/shop", List.of("docker/old", "docker/new"));

        assertThat(move).isEqualTo("/app/shop at docker/old and docker/new");
        assertThat(of("/app/shop at docker/old").concerns(move)).isTrue();
        assertThat(of("/app/shop at docker/new").concerns(move)).isTrue();
        assertThat(of(move).concerns("/app/shop at docker/new")).isTrue();
    }

    @Test
    void otherPlacesAndOtherAppsAreNoConcern() {
        String move = Identity.of("/app/shop", List.of("docker/old", "docker/new"));

        assertThat(of("/app/shop at docker/third").concerns(move)).isFalse();
        assertThat(of("/app/shop2 at docker/new").concerns(move)).isFalse();
        assertThat(of("/app/shop at docker/ne").concerns(move)).isFalse();
    }

    @Test
    void withoutPlacesOnlyTheSameIsMeant() {
        assertThat(of("/app/shop").concerns("/app/shop")).isTrue();
        assertThat(of("/app/shop").concerns("/app/shop at docker/old")).isFalse();
        assertThat(Identity.places("/app/shop")).isEmpty();
    }

    @Test
    void placesAreReadBack() {
        assertThat(Identity.places("/app/shop at docker/old and docker/new"))
                .containsExactly("docker/old", "docker/new");
    }
}
