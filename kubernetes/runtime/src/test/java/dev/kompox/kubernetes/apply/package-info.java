/** What is sent to a cluster, and what is not sent again. */
@NullMarked
package dev.kompox.kubernetes.apply;

import org.jspecify.annotations.NullMarked;
