/** Stand-ins shared by the tests of the shell. */
@NullMarked
package io.kash.shell.fake;

import org.jspecify.annotations.NullMarked;
