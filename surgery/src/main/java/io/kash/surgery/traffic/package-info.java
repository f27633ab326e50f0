/** What shows that an operation lost nothing: offsets before and after, a canary, and how much flowed where. */
@NullMarked
package io.kash.surgery.traffic;

import org.jspecify.annotations.NullMarked;
