/** Benchmarks: repeatable by anybody, with peers measured in the same run. Uses every room; no room uses it. */
@NullMarked
package io.kash.bench;

import org.jspecify.annotations.NullMarked;
