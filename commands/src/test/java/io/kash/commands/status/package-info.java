@NullMarked
package io.kash.commands.status;

import org.jspecify.annotations.NullMarked;
