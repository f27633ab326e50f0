/** In what order and how fast replicas move. */
@NullMarked
package io.kash.surgery.movement;

import org.jspecify.annotations.NullMarked;
