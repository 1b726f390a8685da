package dev.kompox.driver.csi.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.kubernetes.convert.Conversion.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

class FillingTest {

    private static Seed seed(String image, String claim, String path) {
        return new Seed("any", image, claim, path);
    }

    private static List<String> texts(List<Seed> seeds) {
        return Filling.of(seeds).stream()
                .map(one ->
                        one.image()
                                + one.seeds().stream()
                                        .map(seed -> seed.claim() + ":" + seed.path())
                                        .toList())
                .toList();
    }

    @Test
    void nothingNeedsNobody() {
        assertThat(texts(List.of())).isEmpty();
    }

    @Test
    void oneContainerServesAllOfItsImage() {
        assertThat(
                        texts(
                                List.of(
                                        seed("web", "files", "/srv"),
                                        seed("db", "rows", "/data"),
                                        seed("web", "logs", "/log"))))
                .containsExactly("web[files:/srv, logs:/log]", "db[rows:/data]");
    }

    @Test
    void whatIsMountedAlikeIsTriedOnce() {
        assertThat(
                        texts(
                                List.of(
                                        new Seed("one", "web", "files", "/srv"),
                                        new Seed("two", "web", "files", "/srv"),
                                        new Seed("two", "web", "files", "/other"))))
                .containsExactly("web[files:/srv, files:/other]");
    }

    @Test
    void eachClaimIsTriedInItsOrder() {
        assertThat(
                        texts(
                                List.of(
                                        seed("web", "a", "/p"),
                                        seed("db", "a", "/q"),
                                        seed("db", "b", "/r"),
                                        seed("web", "b", "/s"),
                                        seed("web", "a", "/t"))))
                .containsExactly("web[a:/p]", "db[a:/q, b:/r]", "web[b:/s, a:/t]");
    }

    @Test
    void mountsEachClaimOnce() {
        assertThat(
                        Filling.of(
                                        List.of(
                                                seed("web", "a", "/p"),
                                                seed("web", "b", "/p"),
                                                seed("web", "a", "/q")))
                                .getFirst()
                                .claims())
                .containsExactly("a", "b");
    }
}
