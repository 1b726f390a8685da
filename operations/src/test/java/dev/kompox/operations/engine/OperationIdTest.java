package dev.kompox.operations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationIdTest {

    @Test
    void makesIdsThatItAccepts() {
        Random random = new Random(7);
        Set<OperationId> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            OperationId id = OperationId.next("sn", random);
            assertThat(OperationId.isOne(id.value())).isTrue();
            assertThat(id.value()).startsWith("sn-").hasSize(8);
            ids.add(id);
        }
        assertThat(ids).hasSizeGreaterThan(990);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sn-7k2p",
                "sn-7k2pqq",
                "sn_7k2pq",
                "SN-7k2pq",
                "sn-7k2pQ",
                "../../..",
                "sn-7k/pq",
                "s--7k2pq",
                "sn-7k-pq",
                "sn-7k.pq",
                "-n-7k2pq"
            })
    void refusesWhatIsNone(String text) {
        assertThat(OperationId.isOne(text)).isFalse();
        assertThatThrownBy(() -> new OperationId(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("they look like rs-7k2pq");
    }

    @Test
    void sortsByText() {
        assertThat(new OperationId("aa-zzzzz")).isLessThan(new OperationId("ab-00000"));
        assertThat(new OperationId("aa-zzzzz")).hasToString("aa-zzzzz");
    }
}
