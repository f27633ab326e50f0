/** Commands on the quorum of KRaft controllers. */
@NullMarked
package io.kash.commands.kraft;

import org.jspecify.annotations.NullMarked;
