/** The state of an environment on one screen. */
@NullMarked
package io.kash.commands.status;

import org.jspecify.annotations.NullMarked;
