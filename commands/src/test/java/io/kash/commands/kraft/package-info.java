@NullMarked
package io.kash.commands.kraft;

import org.jspecify.annotations.NullMarked;
