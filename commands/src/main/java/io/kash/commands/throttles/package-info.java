/** Replication throttles that are set, ours and others'. */
@NullMarked
package io.kash.commands.throttles;

import org.jspecify.annotations.NullMarked;
