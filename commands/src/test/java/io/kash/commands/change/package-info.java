@NullMarked
package io.kash.commands.change;

import org.jspecify.annotations.NullMarked;
