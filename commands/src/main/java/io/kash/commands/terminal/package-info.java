/** What reaches a screen and what is asked of a person: the one sink that escapes, and the prompter. */
@NullMarked
package io.kash.commands.terminal;

import org.jspecify.annotations.NullMarked;
