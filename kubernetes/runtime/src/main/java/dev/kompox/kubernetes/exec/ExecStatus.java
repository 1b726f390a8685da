package dev.kompox.kubernetes.exec;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.WireFormat;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import java.util.List;
import java.util.Objects;

/** Reads how a program ended from the status channel. */
final class ExecStatus {

    private ExecStatus() {}

    /**
     * Return the exit code.
     *
     * @throws DriverException if the program could not be run, with the cluster's words
     */
    static int code(PodTarget target, String json) {
        Status status = parse(target, json);
        if ("Success".equals(status.getStatus())) {
            return 0;
        }
        String message = Objects.requireNonNullElse(status.getMessage(), "no reason is given");
        if ("NonZeroExitCode".equals(status.getReason())) {
            for (StatusCause cause : causes(status)) {
                if ("ExitCode".equals(cause.getReason())) {
                    return number(target, cause.getMessage());
                }
            }
        }
        boolean gone = message.contains("container not found") || message.contains("not running");
        throw new DriverException(
                gone ? new Category.NotFound() : category(status),
                "no program can be run in " + target + ": " + message,
                "kubectl -n " + target.namespace() + " describe pod " + target.pod());
    }

    private static Category category(Status status) {
        Integer code = status.getCode();
        boolean transientWords =
                status.getMessage() != null
                        && (status.getMessage().contains("error dialing backend")
                                || status.getMessage().contains("connection re")
                                || status.getMessage().contains("EOF"));
        return transientWords || (code != null && code == 503)
                ? new Category.Transient()
                : new Category.Invalid();
    }

    private static List<StatusCause> causes(Status status) {
        return status.getDetails() == null || status.getDetails().getCauses() == null
                ? List.of()
                : status.getDetails().getCauses();
    }

    private static Status parse(PodTarget target, String json) {
        try {
            Status status = WireFormat.read(json, Status.class);
            if (status != null) {
                return status;
            }
        } catch (RuntimeException e) {
            throw unreadable(target, json, e);
        }
        throw unreadable(target, json, new IllegalArgumentException("empty"));
    }

    private static int number(PodTarget target, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw unreadable(target, text, e);
        }
    }

    private static DriverException unreadable(PodTarget target, String said, RuntimeException e) {
        return new DriverException(
                new Category.Corrupt(),
                "how a program in " + target + " ended cannot be read: " + said,
                "kompox doctor",
                null,
                e);
    }
}
