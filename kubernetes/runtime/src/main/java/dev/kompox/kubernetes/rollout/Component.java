package dev.kompox.kubernetes.rollout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A deployment of one pod and what is expected of its containers.
 *
 * @param namespace where it is
 * @param deployment its name
 * @param selector the label selector that finds its pods, e.g. {@code app=shop-app}
 * @param members its containers by name, in the order in which they start
 */
public record Component(
        String namespace,
        String deployment,
        String selector,
        SequencedMap<String, Member> members) {

    /** Copies the map. */
    public Component {
        members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
    }

    /**
     * A container.
     *
     * @param label what people call it
     * @param once whether it runs to its end before the others
     * @param patient whether it may fail and be started again, as its restart policy says
     * @param checked whether it has a health check
     */
    public record Member(String label, boolean once, boolean patient, boolean checked) {}

    /** Return what people call a container. */
    String label(String container) {
        Member member = members.get(container);
        return member == null ? container : member.label();
    }
}
