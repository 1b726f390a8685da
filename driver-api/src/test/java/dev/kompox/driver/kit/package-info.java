/**
 * The contract test kit: what every driver must keep, whatever its provider.
 *
 * <p>A driver writes one {@link DriverFixture} and one subclass of each {@code …ContractTest}. A
 * facet that the driver does not have is skipped, and said to be.
 */
@NullMarked
package dev.kompox.driver.kit;

import org.jspecify.annotations.NullMarked;
