/** The two streams and the person in front of them. */
@NullMarked
package io.kash.shell.screen;

import org.jspecify.annotations.NullMarked;
