@NullMarked
package io.kash.commands.traffic;

import org.jspecify.annotations.NullMarked;
