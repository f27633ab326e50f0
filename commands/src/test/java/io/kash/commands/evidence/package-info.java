@NullMarked
package io.kash.commands.evidence;

import org.jspecify.annotations.NullMarked;
