package dev.kompox.kubernetes.rollout;

import dev.kompox.driver.call.Progress;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Tells what happens to a pod, each thing once: its events, and how its containers get on. */
final class Story {

    private static final Set<String> WORTH_TELLING = Set.of("Pulling", "TriggeredScaleUp");

    /** A check that fails while a service starts is no news. */
    private static final Set<String> EXPECTED =
            Set.of("Unhealthy", "FailedScheduling", "BackOff", "NetworkNotReady");

    private final Component component;
    private final Progress progress;
    private final Set<String> told = new HashSet<>();
    private String lastWarning = "";
    private boolean growing;

    Story(Component component, Progress progress, List<Event> past) {
        this.component = component;
        this.progress = progress;
        past.forEach(event -> told.add(key(event)));
    }

    private static String key(Event event) {
        return event.getMetadata().getUid() + "/" + event.getCount();
    }

    /** Tell of new events about the pod or what it needs. */
    void events(List<Event> events, Pod pod) {
        for (Event event : events) {
            String name = event.getInvolvedObject().getName();
            boolean concerns =
                    pod.getMetadata().getName().equals(name)
                            || pod.getSpec().getVolumes().stream()
                                    .anyMatch(volume ->
                                            volume.getPersistentVolumeClaim() != null
                                                    && name.equals(
                                                            volume.getPersistentVolumeClaim()
                                                                    .getClaimName()));
            if (concerns && told.add(key(event))) {
                tell(event);
            }
        }
    }

    private void tell(Event event) {
        String reason = Objects.requireNonNullElse(event.getReason(), "");
        String text = reason + ": " + Objects.requireNonNullElse(event.getMessage(), "").strip();
        growing |= reason.equals("TriggeredScaleUp");
        if ("Warning".equals(event.getType())) {
            lastWarning = text;
            if (!EXPECTED.contains(reason)) {
                progress.warning(text);
            }
        } else if (WORTH_TELLING.contains(reason)) {
            progress.note(text);
        }
    }

    /** Tell of containers that run, are healthy, or have done their work. */
    void containers(Pod pod, Duration took) {
        for (ContainerStatus status : Pods.statuses(pod)) {
            Component.Member member = component.members().get(status.getName());
            if (member == null) {
                continue;
            }
            boolean ended = status.getState() != null && status.getState().getTerminated() != null;
            String id = pod.getMetadata().getUid() + " " + status.getName();
            if (member.once() && ended && status.getState().getTerminated().getExitCode() == 0) {
                once(id, member.label() + ": completed");
            } else if (Pods.running(status) && Boolean.TRUE.equals(status.getReady())) {
                once(
                        id,
                        member.label()
                                + (member.checked()
                                        ? ": healthy after " + seconds(took)
                                        : ": running"));
            }
        }
    }

    private void once(String id, String sentence) {
        if (told.add(id)) {
            progress.note(sentence);
        }
    }

    String lastWarning() {
        return lastWarning;
    }

    boolean growing() {
        return growing;
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
