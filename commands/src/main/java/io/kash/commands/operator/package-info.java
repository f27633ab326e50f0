/** Commands about who this operator is. */
@NullMarked
package io.kash.commands.operator;

import org.jspecify.annotations.NullMarked;
