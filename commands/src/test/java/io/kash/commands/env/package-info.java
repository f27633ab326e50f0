@NullMarked
package io.kash.commands.env;

import org.jspecify.annotations.NullMarked;
