package dev.kompox.kubernetes.terminal;

import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.exec.ExecMode;
import dev.kompox.kubernetes.exec.PodExec;
import dev.kompox.kubernetes.exec.PodTarget;
import dev.kompox.kubernetes.exec.RunningExec;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Run programs in pods with the terminal of this process.
 *
 * <p>Every key is passed on, Ctrl-C too. The program learns the terminal's size at its start and,
 * within a second, when it changes. Uses {@code stty} of this machine.
 */
public final class TerminalExec {

    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final PodExec exec;

    /** Run programs in the pods of a cluster. */
    public TerminalExec(ClusterConnection cluster) {
        this.exec = new PodExec(cluster);
    }

    /**
     * Run a program to its end, with this process's standard input and output. Afterwards the
     * terminal is as it was, whatever happened, unless this process was killed outright.
     *
     * @return its exit code
     * @throws DriverException {@code Invalid} if standard input is no terminal; else as {@link
     *     PodExec#run}
     */
    public int run(PodTarget target, List<String> command) {
        try (RawTerminal terminal = RawTerminal.open();
                RunningExec running =
                        exec.start(
                                target,
                                command,
                                ExecMode.TERMINAL,
                                terminal.output(),
                                OutputStream.nullOutputStream())) {
            Thread.ofPlatform()
                    .daemon()
                    .name("terminal-size")
                    .start(() -> tellSize(terminal, running));
            Keyboard keyboard = Keyboard.start(terminal, running);
            try {
                return running.await();
            } finally {
                keyboard.join();
            }
        }
    }

    private static void tellSize(RawTerminal terminal, RunningExec running) {
        Optional<Size> told = Optional.empty();
        try {
            while (!running.done()) {
                Optional<Size> now = terminal.size();
                if (now.isPresent() && !now.equals(told)) {
                    running.resize(now.get().columns(), now.get().rows());
                    told = now;
                }
                Thread.sleep(GLANCE);
            }
        } catch (InterruptedException e) {
            // nobody asks it to
        }
    }
}
