/** What lasts as long as the shell: the environment chosen, interrupts, private files. */
@NullMarked
package io.kash.shell.session;

import org.jspecify.annotations.NullMarked;
