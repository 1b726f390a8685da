/**
 * Objects as the API server has them: applied by the server's own merge, compared field by field,
 * and removed when they are wanted no longer. Knows no app and no disk.
 */
@NullMarked
package dev.kompox.kubernetes.apply;

import org.jspecify.annotations.NullMarked;
