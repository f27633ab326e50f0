/** Consumer groups and how far behind they are. */
@NullMarked
package io.kash.commands.groups;

import org.jspecify.annotations.NullMarked;
