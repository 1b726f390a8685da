/** The way to a cluster: kubeconfig, client, failures in the driver interface's words. */
@NullMarked
package dev.kompox.kubernetes.client;

import org.jspecify.annotations.NullMarked;
