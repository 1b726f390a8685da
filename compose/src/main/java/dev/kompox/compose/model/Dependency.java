package dev.kompox.compose.model;

/**
 * Say how one service waits for another (Compose Specification, "depends_on").
 *
 * @param condition what must be true of the other service
 * @param restart whether this service restarts when Compose restarts the other
 * @param required whether the other service must be there
 */
public record Dependency(Condition condition, boolean restart, boolean required) {

    /** What must be true before the dependent starts. */
    public enum Condition {
        /** The other service has started. */
        SERVICE_STARTED,
        /** The other service's healthcheck passes. */
        SERVICE_HEALTHY,
        /** The other service has ended with exit code 0. */
        SERVICE_COMPLETED_SUCCESSFULLY;

        /** Read the Compose word, such as {@code service_healthy}. */
        public static Condition of(String word) {
            return switch (word) {
                case "service_started" -> SERVICE_STARTED;
                case "service_healthy" -> SERVICE_HEALTHY;
                case "service_completed_successfully" -> SERVICE_COMPLETED_SUCCESSFULLY;
                default -> throw new IllegalArgumentException("no such condition: " + word);
            };
        }
    }
}
