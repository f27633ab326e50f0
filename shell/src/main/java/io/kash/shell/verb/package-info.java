/** The commands that act on the session itself. */
@NullMarked
package io.kash.shell.verb;

import org.jspecify.annotations.NullMarked;
