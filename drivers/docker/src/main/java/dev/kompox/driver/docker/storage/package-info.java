/**
 * Disks, snapshots, records and bytes on a Docker Engine: volumes, a ledger in the labels of empty
 * volumes (ADR 2), helper containers that copy and exchange (ADR 1).
 */
@NullMarked
package dev.kompox.driver.docker.storage;

import org.jspecify.annotations.NullMarked;
