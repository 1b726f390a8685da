package dev.kompox.operations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.operations.journal.JournalException;
import dev.kompox.operations.world.FakePlan;
import dev.kompox.operations.world.Rig;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppLockTest {

    private static final Instant SINCE = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir Path directory;
    private Path file;
    private LockHolder first;
    private LockHolder second;

    @BeforeEach
    void name() {
        file = directory.resolve("state").resolve("lock-app.json");
        first = LockHolder.here(new OperationId("sn-11111"), "desk", "ann", SINCE);
        second = LockHolder.here(new OperationId("rs-22222"), "desk", "bob", SINCE);
    }

    @Test
    void isHeldByOneAtATime() {
        try (AppLock lock = AppLock.acquire(file, first)) {
            assertThat(lock.diedBefore()).isEmpty();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> AppLock.acquire(file, second).close())
                        .isInstanceOf(Refusal.class)
                        .hasMessage(
                                "another operation of this app is running: operation sn-11111"
                                        + " (ann@desk, process "
                                        + ProcessHandle.current().pid()
                                        + ", since 2026-03-01T00:00:00Z)")
                        .extracting(e -> ((Refusal) e).remedy())
                        .isEqualTo("Wait for it, or see: kompox operation list");
            }
            assertThat(AppLock.inspect(file)).contains(new AppLock.Held(first, true));
        }
        assertThat(AppLock.inspect(file)).isEmpty();
        try (AppLock lock = AppLock.acquire(file, second)) {
            assertThat(lock.diedBefore()).isEmpty();
        }
    }

    @Test
    void namesItsHolderInTheFileForAsLongAsItIsHeld() throws IOException {
        try (AppLock lock = AppLock.acquire(file, first)) {
            assertThat(lock.diedBefore()).isEmpty();
            Path copy = Files.createLink(file.resolveSibling("copy"), file);
            assertThat(copy).isNotEmptyFile();
        }
        assertThat(file).isEmptyFile();
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        AppLock.acquire(file, first).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(file.resolveSibling("."))))
                .isEqualTo("rwx------");
    }

    @Test
    void isFreeBeforeAnybodyTookIt() {
        assertThat(AppLock.inspect(file)).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void saysSoWhenItCannotBeTaken() throws IOException {
        Files.createDirectories(file);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> AppLock.acquire(file, first).close())
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("the lock " + file + " cannot be taken");
        }
    }

    @Test
    void readsOverAHolderThatIsNotReadable() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"operation\": nonsense");
        try (AppLock lock = AppLock.acquire(file, first)) {
            assertThat(lock.diedBefore()).isEmpty();
        }
    }

    /** The other process is really killed, so only the operating system can free its lock. */
    @Test
    void isHeldAgainstAnotherProcessUntilThatDies() throws Exception {
        Process other = start();
        try {
            assertThatThrownBy(() -> AppLock.acquire(file, second).close())
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("operation sn-77777 (eve@far, process " + other.pid());
            assertThat(AppLock.inspect(file))
                    .hasValueSatisfying(held -> {
                        assertThat(held.alive()).isTrue();
                        assertThat(held.holder().operation().value()).isEqualTo("sn-77777");
                    });
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(AppLock.inspect(file))
                .hasValueSatisfying(held -> assertThat(held.alive()).isFalse());
        try (AppLock lock = AppLock.acquire(file, second)) {
            assertThat(lock.diedBefore())
                    .hasValueSatisfying(holder -> assertThat(holder.pid()).isEqualTo(other.pid()));
        }
    }

    /** A refused attempt here must not set the lock free for others. */
    @Test
    void staysHeldAgainstOtherProcessesAfterARefusedAttemptInThisOne() throws Exception {
        try (AppLock lock = AppLock.acquire(file, first)) {
            assertThat(lock.diedBefore()).isEmpty();
            assertThatThrownBy(() -> AppLock.acquire(file, second).close())
                    .isInstanceOf(Refusal.class);
            assertThat(AppLock.inspect(file)).isPresent();
            Process other = launch();
            assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isEqualTo(LockHoldingProcess.REFUSED);
        }
    }

    @Test
    void keepsAnEngineOutWhileAnotherProcessRunsAndLetsItGoOnAfterThatDied() throws Exception {
        Rig rig = new Rig(directory);
        OperationId id = rig.runUntil("after make a", new FakePlan().make("a"));
        file = directory.resolve("lock.json");
        Process other = start();
        try {
            for (Runnable what :
                    List.<Runnable>of(
                            () -> rig.run(new FakePlan().make("b")),
                            () -> rig.engine().resume(id),
                            () -> rig.engine().rollback(id),
                            () -> rig.engine().abandon(id, "no"))) {
                assertThatThrownBy(what::run)
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining("operation sn-77777 (eve@far");
            }
            assertThat(rig.world.things()).containsOnlyKeys("a");
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(rig.engine().resume(id)).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void keepsASecondEngineOutWhileTheFirstRuns() {
        Rig rig = new Rig(directory);
        AtomicReference<Throwable> refused = new AtomicReference<>();
        rig.world.whenCalled(
                "make a",
                () -> {
                    try {
                        var _ = rig.engine().run(new FakePlan().make("b").plan());
                    } catch (Refusal e) {
                        refused.set(e);
                    }
                });
        assertThat(rig.run(new FakePlan().make("a"))).isInstanceOf(Outcome.Completed.class);
        assertThat(refused.get()).hasMessageContaining("another operation of this app is running");
        assertThat(rig.world.things()).containsOnlyKeys("a");
        assertThat(rig.run(new FakePlan().make("b"))).isInstanceOf(Outcome.Completed.class);
    }

    private Process start() throws IOException {
        Process process = launch();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        assertThat(said.readLine()).isEqualTo("held");
        return process;
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHoldingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
