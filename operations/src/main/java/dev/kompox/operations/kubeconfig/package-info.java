/**
 * Kubeconfig files, read as kubectl reads them: which clusters there are, what reaches one of them.
 * No cluster is asked and no client is loaded. What is said to people never quotes these files:
 * they hold credentials.
 */
@NullMarked
package dev.kompox.operations.kubeconfig;

import org.jspecify.annotations.NullMarked;
