/** Words to commands, strictly: an unknown word is refused, never guessed. */
@NullMarked
package io.kash.shell.grammar;

import org.jspecify.annotations.NullMarked;
