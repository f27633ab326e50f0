/** Commands about what flows through the cluster, and what operations prove. */
@NullMarked
package io.kash.commands.traffic;

import org.jspecify.annotations.NullMarked;
