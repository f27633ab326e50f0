/** All commands. */
@NullMarked
package io.kash.commands;

import org.jspecify.annotations.NullMarked;
