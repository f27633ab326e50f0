/** Programs of the operator's own: what kash has done by them, because no engine does it for itself. */
@NullMarked
package io.kash.surgery.hook;

import org.jspecify.annotations.NullMarked;
