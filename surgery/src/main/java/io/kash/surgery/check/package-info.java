/** Predicates over a snapshot; preflight and status are views of the same ones. */
@NullMarked
package io.kash.surgery.check;

import org.jspecify.annotations.NullMarked;
