/** Evidence as people read it: a few lines, a page, and files. */
@NullMarked
package io.kash.commands.evidence;

import org.jspecify.annotations.NullMarked;
