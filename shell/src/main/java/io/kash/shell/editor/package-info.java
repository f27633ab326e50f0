/** The line editor: prompt, completion, colours, history, and the loop around them. */
@NullMarked
package io.kash.shell.editor;

import org.jspecify.annotations.NullMarked;
