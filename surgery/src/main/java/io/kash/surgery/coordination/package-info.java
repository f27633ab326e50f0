/** What operators share: one store port, and what is written once on top of it. */
@NullMarked
package io.kash.surgery.coordination;

import org.jspecify.annotations.NullMarked;
