package dev.kompox.driver.csi.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTest {

    @ParameterizedTest
    @CsvSource({
        "postgres, docker.io/library/postgres:latest",
        "postgres:17, docker.io/library/postgres:17",
        "kompox/helper:0.1.0, docker.io/kompox/helper:0.1.0",
        "ghcr.io/a/b/c:1, ghcr.io/a/b/c:1",
        "localhost/app, localhost/app:latest",
        "localhost:5000/app, localhost:5000/app:latest",
        "a/b@sha256:00, docker.io/a/b@sha256:00",
    })
    void completesANameAsDockerDoes(String name, String full) {
        assertThat(ImageName.full(name)).isEqualTo(full);
    }
}
