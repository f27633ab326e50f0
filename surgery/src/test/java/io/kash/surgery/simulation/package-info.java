/** A seeded simulation of clusters, shells and what happens to them: docs/simulation.md. */
@NullMarked
package io.kash.surgery.simulation;

import org.jspecify.annotations.NullMarked;
