/**
 * Disks and the runtime of any Kubernetes cluster that a kubeconfig reaches.
 *
 * <p>A disk is a claim and its volume, kept when the claim goes; names, labels and one record per
 * app in its namespace are the truth. Nothing of one cloud may enter here.
 */
@NullMarked
package dev.kompox.driver.csi;

import org.jspecify.annotations.NullMarked;
