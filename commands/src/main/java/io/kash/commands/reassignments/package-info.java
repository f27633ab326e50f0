/** Reassignments that run, ours and others'. */
@NullMarked
package io.kash.commands.reassignments;

import org.jspecify.annotations.NullMarked;
