@NullMarked
package io.kash.commands.throttles;

import org.jspecify.annotations.NullMarked;
