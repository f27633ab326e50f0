/** Hand-written fakes of what a command runs in, shared by all tests of commands. */
@NullMarked
package io.kash.commands.fake;

import org.jspecify.annotations.NullMarked;
