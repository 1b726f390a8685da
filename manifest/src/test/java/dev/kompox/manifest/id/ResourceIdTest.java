package dev.kompox.manifest.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResourceIdTest {

    @Test
    void readsWhatItWrites() {
        List<ResourceId> ids =
                List.of(
                        new WorkspaceId("w"),
                        new ProviderId("w", "p"),
                        new ClusterId("w", "p", "c"),
                        new AppId("w", "p", "c", "a"),
                        new BoxId("w", "p", "c", "a", "b"));
        List<String> texts =
                List.of(
                        "/ws/w",
                        "/ws/w/prv/p",
                        "/ws/w/prv/p/cls/c",
                        "/ws/w/prv/p/cls/c/app/a",
                        "/ws/w/prv/p/cls/c/app/a/box/b");
        assertThat(ids).extracting(ResourceId::toString).isEqualTo(texts);
        assertThat(texts).map(ResourceId::parse).isEqualTo(ids);
        assertThat(ids).extracting(ResourceId::name).containsExactly("w", "p", "c", "a", "b");
    }

    @Test
    void knowsTheParentOfEveryKind() {
        BoxId box = new BoxId("w", "p", "c", "a", "b");
        AppId app = new AppId("w", "p", "c", "a");
        assertThat(box.parent()).contains(app);
        assertThat(box.appId()).isEqualTo(app);
        assertThat(app.parent()).contains(new ClusterId("w", "p", "c"));
        assertThat(app.clusterId().parent()).contains(new ProviderId("w", "p"));
        assertThat(app.clusterId().providerId().parent()).contains(new WorkspaceId("w"));
        assertThat(new WorkspaceId("w").parent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "ws",
                "ws/a",
                "x/ws/a",
                "/ws",
                "/ws/a/",
                "/ws/a/prv",
                "/ws/a/prv/b/",
                "/ws/a/prv/b/cls/c/app/d/box/e/f/g",
            })
    void refusesAPathOfAnotherShape(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResourceId.parse(text))
                .withMessage(
                        "\"%s\" is not an id: write /ws/NAME, /ws/NAME/prv/NAME and so on with cls, app and box",
                        text);
    }

    @Test
    void refusesAStepOutOfPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResourceId.parse("/ws/a/cls/b"))
                .withMessage("\"/ws/a/cls/b\" is not an id: \"cls\" stands where \"prv\" must");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/A", "/ws/", "/ws/a/prv/", "/ws/a/prv/b/cls/c/app/d/box/e_"})
    void refusesANameThatIsNoLabel(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResourceId.parse(text))
                .withMessageContaining("is not a DNS label");
    }

    @Test
    void checksEachNameOfEachKind() {
        refuses("workspace", WorkspaceId::new);
        refuses("workspace", bad -> new ProviderId(bad, "p"));
        refuses("provider", bad -> new ProviderId("w", bad));
        refuses("workspace", bad -> new ClusterId(bad, "p", "c"));
        refuses("provider", bad -> new ClusterId("w", bad, "c"));
        refuses("cluster", bad -> new ClusterId("w", "p", bad));
        refuses("workspace", bad -> new AppId(bad, "p", "c", "a"));
        refuses("provider", bad -> new AppId("w", bad, "c", "a"));
        refuses("cluster", bad -> new AppId("w", "p", bad, "a"));
        refuses("app", bad -> new AppId("w", "p", "c", bad));
        refuses("workspace", bad -> new BoxId(bad, "p", "c", "a", "b"));
        refuses("provider", bad -> new BoxId("w", bad, "c", "a", "b"));
        refuses("cluster", bad -> new BoxId("w", "p", bad, "a", "b"));
        refuses("app", bad -> new BoxId("w", "p", "c", bad, "b"));
        refuses("box", bad -> new BoxId("w", "p", "c", "a", bad));
    }

    private static void refuses(String what, Function<String, ResourceId> make) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> make.apply("-x"))
                .withMessageStartingWith(what + " \"-x\" is not a DNS label");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> make.apply("x".repeat(64)))
                .withMessageEndingWith("has 64 characters, at most 63 are allowed");
    }
}
