/** The core types: request, snapshot, plan, step, hold. Pure data and pure functions; imports no client library. */
@NullMarked
package io.kash.surgery.plan;

import org.jspecify.annotations.NullMarked;
