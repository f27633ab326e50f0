/** From the arguments of the process to a running shell. Everything is plugged together here. */
@NullMarked
package io.kash.shell.start;

import org.jspecify.annotations.NullMarked;
