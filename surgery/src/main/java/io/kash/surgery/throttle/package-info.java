/** Replication throttles: set while replicas move, restored exactly as they were found. */
@NullMarked
package io.kash.surgery.throttle;

import org.jspecify.annotations.NullMarked;
