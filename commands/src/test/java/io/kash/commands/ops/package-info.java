@NullMarked
package io.kash.commands.ops;

import org.jspecify.annotations.NullMarked;
