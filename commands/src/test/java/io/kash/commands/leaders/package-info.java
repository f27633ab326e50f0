@NullMarked
package io.kash.commands.leaders;

import org.jspecify.annotations.NullMarked;
