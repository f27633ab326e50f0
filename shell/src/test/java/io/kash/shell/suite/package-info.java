/** The one suite of the main job, for whatever cluster a subclass brings. */
@NullMarked
package io.kash.shell.suite;

import org.jspecify.annotations.NullMarked;
