/** Scripts: read, checked as a whole, run line by line, recorded. */
@NullMarked
package io.kash.shell.script;

import org.jspecify.annotations.NullMarked;
