/** Shells that are killed in the middle of a real move. */
@NullMarked
package io.kash.shell.resume;

import org.jspecify.annotations.NullMarked;
