/** Clients that write and read while somebody operates on the cluster, and the account of what became of every record. */
@NullMarked
package io.kash.lab.traffic;

import org.jspecify.annotations.NullMarked;
