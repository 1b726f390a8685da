package dev.kompox.driver.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FanoutTest {

    @Test
    void runsSideBySideAndAnswersInOrder() {
        CyclicBarrier all = new CyclicBarrier(3);
        assertThat(Fanout.all(List.of(meet(all, "a"), meet(all, "b"), meet(all, "c"))))
                .containsExactly("a", "b", "c");
    }

    @Test
    void runsASingleTaskOnTheCallersThread() {
        assertThat(Fanout.<Thread>all(List.of(Thread::currentThread)))
                .containsExactly(Thread.currentThread());
    }

    @Test
    void answersNothingForNothing() {
        assertThat(Fanout.<String>all(List.of())).isEmpty();
    }

    @Test
    void throwsWhatATaskThrewAsItIs() {
        IllegalStateException broken = new IllegalStateException("broken");
        AssertionError fatal = new AssertionError("fatal");
        assertThatThrownBy(() -> Fanout.all(List.of(fail(broken)))).isSameAs(broken);
        assertThatThrownBy(() -> Fanout.all(List.of(() -> 1, fail(broken)))).isSameAs(broken);
        assertThatThrownBy(() -> Fanout.all(List.of(() -> 1, fail(fatal)))).isSameAs(fatal);
        Exception checked = new Exception("checked");
        assertThatThrownBy(() -> Fanout.all(List.of(() -> 1, fail(checked))))
                .isInstanceOf(IllegalStateException.class)
                .hasCause(checked);
    }

    @Test
    void waitsForAllThoughOneFailed() {
        AtomicBoolean finished = new AtomicBoolean();
        CountDownLatch failed = new CountDownLatch(1);
        Callable<Integer> slow =
                () -> {
                    assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();
                    finished.set(true);
                    return 1;
                };
        Callable<Integer> broken =
                () -> {
                    failed.countDown();
                    throw new IllegalStateException("broken");
                };
        assertThatThrownBy(() -> Fanout.all(List.of(broken, slow)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(finished).isTrue();
    }

    @Test
    void interruptsTheTasksWhenItsCallerIsInterruptedAndStillWaits() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean told = new AtomicBoolean();
        Callable<String> waits =
                () -> {
                    try {
                        return String.valueOf(never.await(20, TimeUnit.SECONDS));
                    } catch (InterruptedException e) {
                        told.set(true);
                        return "interrupted";
                    }
                };
        Thread.currentThread().interrupt();
        List<String> answers = Fanout.all(List.of(waits, () -> "quick"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(answers.getFirst()).isEqualTo("interrupted");
        assertThat(told).isTrue();
    }

    private static Callable<String> meet(CyclicBarrier all, String answer) {
        return () -> {
            all.await(20, TimeUnit.SECONDS);
            return answer;
        };
    }

    private static Callable<Integer> fail(Throwable failure) {
        return () -> {
            switch (failure) {
                case Error e -> throw e;
                case Exception e -> throw e;
                default -> throw new AssertionError(failure);
            }
        };
    }
}
