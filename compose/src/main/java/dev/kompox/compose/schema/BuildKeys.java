package dev.kompox.compose.schema;

import static dev.kompox.compose.schema.Keys.anyTexts;
import static dev.kompox.compose.schema.Keys.flag;
import static dev.kompox.compose.schema.Keys.pairs;
import static dev.kompox.compose.schema.Keys.text;
import static dev.kompox.compose.schema.Keys.textOr;
import static dev.kompox.compose.schema.Keys.textOrTexts;

/** Describe {@code services.*.build} (Compose Build Specification). */
final class BuildKeys {

    private BuildKeys() {}

    static Key build() {
        Type type = Type.shape(shape()).or(Accepts.STRING);
        return Key.of("build", type, Form.SHAPE).merge(Merge.BUILD).shorthand(Shorthand.BUILD);
    }

    private static Shape shape() {
        return Shape.of(
                text("context").path(PathRule.BUILD_CONTEXT),
                text("dockerfile"),
                text("dockerfile_inline"),
                anyTexts("entitlements"),
                pairs("args", Form.ENVIRONMENT).merge(Merge.SEQUENCE).unique(Unique.KEY_VALUE),
                textOr("provenance", Accepts.BOOLEAN).shorthand(Shorthand.TEXT),
                textOr("sbom", Accepts.BOOLEAN).shorthand(Shorthand.TEXT),
                pairs("ssh", Form.SSH).shorthand(Shorthand.SSH).path(PathRule.UNIX_OR_WINDOWS),
                Keys.labels("labels").unique(Unique.KEY_VALUE),
                anyTexts("cache_from"),
                anyTexts("cache_to"),
                flag("no_cache").cast(Cast.NONE),
                textOrTexts("no_cache_filter").shorthand(Shorthand.LIST),
                texts("additional_contexts")
                        .merge(Merge.SEQUENCE)
                        .unique(Unique.KEY_VALUE)
                        .shorthand(Shorthand.KEY_VALUE)
                        .path(PathRule.BUILD_CONTEXT),
                flag("pull").cast(Cast.NONE),
                Keys.extraHosts("extra_hosts"),
                text("isolation"),
                text("network"),
                text("target"),
                ServiceKeys.fileMounts("secrets").unique(Unique.NO),
                Keys.wholeBytes("shm_size"),
                anyTexts("tags").unique(Unique.KEY_VALUE),
                Keys.ulimits("ulimits"),
                anyTexts("platforms"),
                flag("privileged").cast(Cast.NONE));
    }

    /** Pairs whose values must be texts: docker compose stops with a panic at others. */
    private static Key texts(String name) {
        Type type = Type.mapping(text("*")).withItems(text("[]"), true);
        return Key.of(name, type, Form.TEXTS);
    }
}
