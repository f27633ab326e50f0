/** Pages and lists of help, rendered from signatures. */
@NullMarked
package io.kash.shell.help;

import org.jspecify.annotations.NullMarked;
