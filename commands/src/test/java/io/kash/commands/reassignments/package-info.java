@NullMarked
package io.kash.commands.reassignments;

import org.jspecify.annotations.NullMarked;
