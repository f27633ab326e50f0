@NullMarked
package io.kash.commands.plan;

import org.jspecify.annotations.NullMarked;
