package dev.kompox.manifest.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DnsLabelTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "z9", "a-b", "a--b", "shop-2025", "abcdefghij-0123456789"})
    void knowsALabel(String text) {
        assertThat(DnsLabel.is(text)).isTrue();
        assertThat(DnsLabel.check("app", text)).isEqualTo(text);
        assertThat(DnsLabel.from(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "-a", "a-", "A", "a_b", "a.b", "é", "a/b", "a:b", "a`b", "a{b"})
    void knowsWhatIsNoLabel(String text) {
        assertThat(DnsLabel.is(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DnsLabel.check("app", text))
                .withMessage(
                        "app \"%s\" is not a DNS label: use a-z, 0-9 and \"-\", beginning and ending with a letter or digit",
                        text);
    }

    @Test
    void limitsTheLength() {
        assertThat(DnsLabel.is("a".repeat(63))).isTrue();
        assertThat(DnsLabel.is("a".repeat(64))).isFalse();
        assertThat(DnsLabel.check("volume", "a".repeat(16), 16)).hasSize(16);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DnsLabel.check("volume", "a".repeat(17), 16))
                .withMessage(
                        "volume \"aaaaaaaaaaaaaaaaa\" has 17 characters, at most 16 are allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "my_shop, my-shop-6c8c0c216cf2",
        "My_Shop, my-shop-0da13f5b1702",
        "shop-, shop-",
        "_shop, shop-",
        "'', x-",
        "___, x-",
        "日本, x-",
        "a b, a-b-",
        "desktop.linux, desktop-linux-",
    })
    void makesALabelOfAnyText(String text, String beginning) {
        String label = DnsLabel.from(text);
        assertThat(DnsLabel.is(label)).isTrue();
        assertThat(label)
                .startsWith(beginning)
                .matches("[a-z-]+-[0-9a-f]{12}")
                .hasSize(stem(beginning).length() + 13);
    }

    private static String stem(String beginning) {
        return beginning.endsWith("-")
                ? beginning.substring(0, beginning.length() - 1)
                : beginning.substring(0, beginning.length() - 13);
    }

    @Test
    void cutsALongTextBeforeTheHash() {
        String label = DnsLabel.from("a".repeat(64));
        assertThat(label).hasSize(63).startsWith("a".repeat(50) + "-");
        assertThat(DnsLabel.from("b".repeat(49) + "_" + "c".repeat(40)))
                .startsWith("b".repeat(49) + "-")
                .hasSize(62);
    }

    @Test
    void leavesNobodyTheLabelOfAnotherText() {
        String made = DnsLabel.from("my_shop");
        String again = DnsLabel.from(made);
        assertThat(again).startsWith(made + "-").isNotEqualTo(made);
        assertThat(DnsLabel.from("-" + "0".repeat(12))).startsWith("000000000000-");
        assertThat(DnsLabel.from("a-0123456789ab")).isNotEqualTo("a-0123456789ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789ab", "a0123456789ab", "a-0123456789ag", "a-0123456-89ab"})
    void keepsALabelThatOnlyResemblesAMadeOne(String label) {
        assertThat(DnsLabel.from(label)).isEqualTo(label);
    }

    @Test
    void givesDifferentTextsDifferentLabels() {
        long seed = 20251123;
        Random random = new Random(seed);
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(4); length > 0; length--) {
                text.append("ab_-.A".charAt(random.nextInt(6)));
            }
            String label = DnsLabel.from(text.toString());
            String other = texts.putIfAbsent(label, text.toString());
            assertThat(DnsLabel.is(label)).as("seed %d, label of %s", seed, text).isTrue();
            if (other != null) {
                assertThat(text).as("seed %d, both give %s", seed, label).hasToString(other);
            }
        }
    }

    @Test
    void givesADirectoryAnAppOfTheLocalEngine() {
        assertThat(AppId.ofDirectory("default", "shop"))
                .hasToString("/ws/local/prv/docker/cls/default/app/shop");
        assertThat(AppId.ofDirectory("My.Engine", "my_shop").toString())
                .matches(
                        "/ws/local/prv/docker/cls/my-engine-[0-9a-f]{12}/app/my-shop-[0-9a-f]{12}");
    }
}
