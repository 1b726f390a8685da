package dev.kompox.driver.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Say what to run inside a service.
 *
 * @param service the service
 * @param command the program and its arguments, passed on unchanged
 * @param terminal whether it gets a terminal
 * @param user as whom; null means the service's own
 * @param workingDirectory where; null means the service's own
 * @param environment names of variables of this process to pass on, or {@code NAME=value} settings
 * @param index which instance, from 1
 */
public record ExecRequest(
        String service,
        List<String> command,
        boolean terminal,
        @Nullable String user,
        @Nullable String workingDirectory,
        List<String> environment,
        int index) {

    /** Copies the lists and refuses an empty command. */
    public ExecRequest {
        command = List.copyOf(command);
        environment = List.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to run");
        }
    }
}
