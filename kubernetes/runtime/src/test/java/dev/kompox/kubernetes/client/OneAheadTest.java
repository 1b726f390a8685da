package dev.kompox.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.call.Fanout;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class OneAheadTest {

    private final OneAhead first = new OneAhead();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    private String hear(String what) {
        heard.add(what);
        return what;
    }

    @Test
    void othersWaitForTheFirstAnswer() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Callable<String> one =
                () ->
                        first.ask(() -> {
                            begun.countDown();
                            wait(asked);
                            return hear("one");
                        });
        Callable<String> two =
                () -> {
                    wait(begun);
                    asked.countDown();
                    return first.ask(() -> hear("two"));
                };

        assertThat(Fanout.all(List.of(one, two))).containsExactly("one", "two");
        assertThat(heard).containsExactly("one", "two");
    }

    @Test
    void aFirstThatTakesLongHoldsNobodyUp() {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Callable<String> one =
                () ->
                        first.ask(() -> {
                            begun.countDown();
                            wait(answered);
                            return hear("one");
                        });
        Callable<String> two =
                () -> {
                    wait(begun);
                    String said = first.ask(() -> hear("two"));
                    answered.countDown();
                    return said;
                };

        assertThat(Fanout.all(List.of(one, two))).containsExactly("one", "two");
        assertThat(heard).containsExactly("two", "one");
    }

    @Test
    void aQuestionWithinTheFirstDoesNotWaitForIt() {
        assertThat(first.ask(() -> first.ask(() -> hear("inner")))).isEqualTo("inner");
    }

    @Test
    void aFirstThatFailsLetsTheOthersPass() {
        assertThatThrownBy(() ->
                        first.ask(() -> {
                            throw new IllegalStateException("refused");
                        }))
                .hasMessage("refused");

        assertThat(first.ask(() -> hear("next"))).isEqualTo("next");
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
