/** What every command is made of: a signature, its words, and an outcome. */
@NullMarked
package io.kash.commands.verb;

import org.jspecify.annotations.NullMarked;
