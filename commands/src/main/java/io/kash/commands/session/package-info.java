/** What a command runs in: the environment connected, the screen, and what a batch run said beforehand. */
@NullMarked
package io.kash.commands.session;

import org.jspecify.annotations.NullMarked;
