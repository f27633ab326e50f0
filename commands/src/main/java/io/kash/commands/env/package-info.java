/** The environments of the file. */
@NullMarked
package io.kash.commands.env;

import org.jspecify.annotations.NullMarked;
