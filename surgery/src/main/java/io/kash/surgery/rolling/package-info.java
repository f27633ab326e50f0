/** Restarts: one broker after the other, and never one whose absence somebody would feel. */
@NullMarked
package io.kash.surgery.rolling;

import org.jspecify.annotations.NullMarked;
