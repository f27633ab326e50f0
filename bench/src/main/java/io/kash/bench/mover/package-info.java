/** How close moves come to the limit of the network, simulated, with what other tools do beside ours. */
@NullMarked
package io.kash.bench.mover;

import org.jspecify.annotations.NullMarked;
