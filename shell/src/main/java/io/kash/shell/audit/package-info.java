/** Journals what is typed in this shell. */
@NullMarked
package io.kash.shell.audit;

import org.jspecify.annotations.NullMarked;
