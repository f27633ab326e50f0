/** Topics and where their partitions are. */
@NullMarked
package io.kash.commands.topics;

import org.jspecify.annotations.NullMarked;
