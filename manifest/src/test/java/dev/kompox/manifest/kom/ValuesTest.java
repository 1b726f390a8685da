package dev.kompox.manifest.kom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.id.BoxId;
import dev.kompox.manifest.id.ProviderId;
import dev.kompox.manifest.kom.LabelCondition.Operator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that values keep however they are made. */
final class ValuesTest {

    private static final Location HERE = new Location("kom.yml", 1, 1);
    private static final Header HEADER =
            new Header(
                    new Origin(Path.of("/kom.yml"), 1, HERE),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    null);

    @ParameterizedTest
    @ValueSource(strings = {"a", "app-1.example.org", "1.2"})
    void acceptsHostNames(String text) {
        assertThat(new HostName(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "A", "a_b", "-a.b", "*.a"})
    void refusesWhatIsNoHostName(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new HostName(text));
    }

    @Test
    void limitsHostNames() {
        String longest = "a.".repeat(126) + "a";
        assertThat(new HostName(longest).value()).hasSize(253);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HostName(longest + "b"))
                .withMessage("host name has 254 characters, at most 253 are allowed");
    }

    @Test
    void knowsWhichHostsLieWithinADomain() {
        HostName domain = new HostName("example.org");
        assertThat(new HostName("example.org").isWithin(domain)).isTrue();
        assertThat(new HostName("a.example.org").isWithin(domain)).isTrue();
        assertThat(new HostName("anexample.org").isWithin(domain)).isFalse();
        assertThat(new HostName("org").isWithin(domain)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a-b", "a1-", "abcdefghijklmno", "z9", "b0"})
    void acceptsNamesOfRules(String name) {
        assertThat(new IngressRule(name, 1, List.of()).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "-a",
                "A",
                "aB",
                "a_",
                "abcdefghijklmnop",
                "`",
                "{",
                "a/",
                "a:",
                "a`",
                "a{"
            })
    void refusesOtherNamesOfRules(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IngressRule(name, 1, List.of()))
                .withMessageStartingWith("rule \"" + name + "\" needs another name");
    }

    @Test
    void limitsPorts() {
        assertThat(new IngressRule("a", 65535, List.of()).port()).isEqualTo(65535);
        assertThat(new PolicyPort(PolicyPort.Protocol.SCTP, 1).port()).isEqualTo(1);
        for (int port : new int[] {-1, 0, 65536}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new IngressRule("a", port, List.of()))
                    .withMessage("port " + port + " is not between 1 and 65535");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PolicyPort(PolicyPort.Protocol.TCP, port));
        }
    }

    @Test
    void refusesRulesThatContradictEachOther() {
        IngressRule web = new IngressRule("web", 80, List.of(new HostName("a.b")));
        refusesTwice("rule \"web\"", web, new IngressRule("web", 81, List.of()));
        refusesTwice("port \"80\"", web, new IngressRule("two", 80, List.of()));
        refusesTwice("host \"a.b\"", web, new IngressRule("two", 81, web.hosts()));
        assertThat(new AppIngress(null, List.of(web)).rules()).containsExactly(web);
    }

    private static void refusesTwice(String what, IngressRule... rules) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AppIngress(null, List.of(rules)))
                .withMessage(what + " is there twice");
    }

    @Test
    void refusesDoubles() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deployment(List.of("a", "a"), List.of()))
                .withMessage("pool \"a\" is there twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deployment(List.of(), List.of("a", "a")))
                .withMessage("zone \"a\" is there twice");
        List<Certificate> two = List.of(new Certificate("a", "x"), new Certificate("a", "y"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClusterIngress("a", null, "b", null, null, null, two))
                .withMessage("certificate \"a\" is there twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app(List.of(volume("a"), volume("a"))))
                .withMessage("volume \"a\" is there twice");
        assertThat(app(List.of(volume("a"), volume("b"))).volumes()).hasSize(2);
    }

    @Test
    void checksNames() {
        assertThat(new Certificate("a".repeat(59), "x").name()).hasSize(59);
        refuses("a".repeat(60), bad -> new Certificate(bad, "x"));
        refuses("A", bad -> new ClusterIngress(bad, null, "b", null, null, null, List.of()));
        refuses("A", bad -> new ClusterIngress("a", null, bad, null, null, null, List.of()));
        refuses(
                "Docker",
                bad -> new Provider(new ProviderId("w", "p"), HEADER, bad, Settings.NONE));
        assertThat(volume("a".repeat(16)).name()).hasSize(16);
        refuses("a".repeat(17), ValuesTest::volume);
        refuses("app", bad -> box(new BoxId("w", "p", "c", "a", bad)));
        refuses(" ", bad -> new Certificate("a", bad));
        refuses(" ", bad -> new BoxContent.Image(bad, List.of(), List.of()));
        refuses(" ", bad -> new LabelCondition(bad, Operator.EXISTS, List.of()));
        refuses(" ", bad -> new ComposeSource.Text(bad, HERE));
        refuses("", bad -> new ComposeSource.Model(MappingNode.empty(HERE)));
    }

    private static void refuses(String bad, Consumer<String> make) {
        assertThatIllegalArgumentException().isThrownBy(() -> make.accept(bad));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b.yaml", "./a", "a..b/c", "..a", "...", "a/~"})
    void acceptsPathsBelow(String path) {
        assertThat(new ComposeSource.File(path, HERE).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "/a", "~", "~/a", "..", "../a", "a/..", "a/../b", "a\0"})
    void refusesPathsThatLeave(String path) {
        refuses(path, bad -> new ComposeSource.File(bad, HERE));
    }

    @Test
    void wantsValuesWhereTheyAreCompared() {
        List<String> some = List.of("x");
        for (Operator operator : List.of(Operator.IN, Operator.NOT_IN)) {
            assertThat(new LabelCondition("a", operator, some).values()).isEqualTo(some);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LabelCondition("a", operator, List.of()))
                    .withMessage("operator \"" + operator.text() + "\" needs values");
        }
        for (Operator operator : List.of(Operator.EXISTS, Operator.DOES_NOT_EXIST)) {
            assertThat(new LabelCondition("a", operator, List.of()).values()).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LabelCondition("a", operator, some))
                    .withMessage("operator \"" + operator.text() + "\" takes no values");
        }
    }

    @Test
    void refusesSelectorsThatSelectEverything() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NamespaceSelector(new LinkedHashMap<>(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new PolicyRule(List.of(), List.of()));
    }

    @Test
    void readsWhatItWrites() {
        for (ProtectionLevel level : ProtectionLevel.values()) {
            assertThat(ProtectionLevel.parse(level.text())).isEqualTo(level);
        }
        for (VolumeType type : VolumeType.values()) {
            assertThat(VolumeType.parse(type.text())).isEqualTo(type);
        }
        for (Operator operator : Operator.values()) {
            assertThat(Operator.parse(operator.text())).isEqualTo(operator);
        }
        for (Kind kind : Kind.values()) {
            assertThat(Kind.find(kind.text())).isEqualTo(kind);
        }
        assertThat(Kind.find("Nothing")).isNull();
    }

    @Test
    void knowsWhatAProtectionLevelAllows() {
        assertThat(ProtectionLevel.NONE.allowsChange()).isTrue();
        assertThat(ProtectionLevel.NONE.allowsRemoval()).isTrue();
        assertThat(ProtectionLevel.CANNOT_DELETE.allowsChange()).isTrue();
        assertThat(ProtectionLevel.CANNOT_DELETE.allowsRemoval()).isFalse();
        assertThat(ProtectionLevel.READ_ONLY.allowsChange()).isFalse();
        assertThat(ProtectionLevel.READ_ONLY.allowsRemoval()).isFalse();
    }

    @Test
    void keepsItsOwnCopyOfWhatItWasGiven() {
        SequencedMap<String, String> map = new LinkedHashMap<>();
        map.put("b", "1");
        Settings settings = new Settings(map);
        List<String> pools = new ArrayList<>(List.of("a"));
        Deployment deployment = new Deployment(pools, List.of());
        map.put("a", "2");
        pools.add("b");
        assertThat(settings.values().sequencedKeySet()).containsExactly("b");
        assertThat(settings).hasToString("Settings[b]");
        assertThat(deployment.pools()).containsExactly("a");
    }

    @Test
    void countsDocumentsFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Origin(Path.of("/kom.yml"), 0, HERE));
        assertThat(HEADER.origin()).hasToString("kom.yml (document 1)");
    }

    private static Volume volume(String name) {
        return new Volume(name, new VolumeSize(1), VolumeType.DISK, null);
    }

    private static Box box(BoxId id) {
        return new Box(id, HEADER, new BoxContent.Services(), NetworkPolicy.NONE);
    }

    private static App app(List<Volume> volumes) {
        return new App(
                new AppId("w", "p", "c", "a"),
                HEADER,
                new ComposeSource.File("compose.yaml", HERE),
                AppIngress.NONE,
                volumes,
                Deployment.ANYWHERE,
                NetworkPolicy.NONE,
                new LinkedHashMap<>(),
                Settings.NONE);
    }
}
