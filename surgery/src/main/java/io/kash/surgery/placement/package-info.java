/** Which replica goes to which broker. Pure. */
@NullMarked
package io.kash.surgery.placement;

import org.jspecify.annotations.NullMarked;
