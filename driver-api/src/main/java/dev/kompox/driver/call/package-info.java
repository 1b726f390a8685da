/** What accompanies every call of a facet: who asks, until when, by which time, and who listens. */
@NullMarked
package dev.kompox.driver.call;

import org.jspecify.annotations.NullMarked;
