/** The command reference, written from the same signatures as help. */
@NullMarked
package io.kash.shell.reference;

import org.jspecify.annotations.NullMarked;
