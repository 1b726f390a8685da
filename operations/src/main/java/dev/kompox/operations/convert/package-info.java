/**
 * An app as Kubernetes objects, for whoever applies them without Kompox. No cluster is asked: the
 * same app and the same wishes give the same bytes.
 */
@NullMarked
package dev.kompox.operations.convert;

import org.jspecify.annotations.NullMarked;
