/** Runs one command line and says how it ended. */
@NullMarked
package io.kash.shell.engine;

import org.jspecify.annotations.NullMarked;
