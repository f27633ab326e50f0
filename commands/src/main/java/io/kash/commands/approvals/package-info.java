/** Commands of the second operator. */
@NullMarked
package io.kash.commands.approvals;

import org.jspecify.annotations.NullMarked;
