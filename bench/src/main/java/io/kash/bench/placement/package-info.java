/** The planner and a peer on the same made-up clusters, judged by one checker. Begin at {@code PlannerBench}. */
@NullMarked
package io.kash.bench.placement;

import org.jspecify.annotations.NullMarked;
