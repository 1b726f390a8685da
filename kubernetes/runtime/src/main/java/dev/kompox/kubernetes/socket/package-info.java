/** WebSockets to pods: how they are opened, and how it is seen that one has died. */
@NullMarked
package dev.kompox.kubernetes.socket;

import org.jspecify.annotations.NullMarked;
