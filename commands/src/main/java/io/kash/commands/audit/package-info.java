/** Who did what, and whether the journals that say so are as they were written. */
@NullMarked
package io.kash.commands.audit;

import org.jspecify.annotations.NullMarked;
