package dev.kompox.kubernetes.rollout;

import io.fabric8.kubernetes.api.model.Pod;

/** Hears of pods. */
interface PodListener {

    /**
     * Hear of a pod, on a thread of the watch.
     *
     * @param pod as it is, or was
     * @param gone whether it is gone
     */
    void hear(Pod pod, boolean gone);
}
