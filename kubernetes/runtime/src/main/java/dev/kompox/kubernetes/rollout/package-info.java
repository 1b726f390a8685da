/**
 * Deployments of one pod: waiting until it is ready, telling what happens meanwhile, explaining
 * what keeps it from that, scaling it to nothing and back. Knows no app and no disk.
 */
@NullMarked
package dev.kompox.kubernetes.rollout;

import org.jspecify.annotations.NullMarked;
