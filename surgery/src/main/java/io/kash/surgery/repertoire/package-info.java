/** Which requests, steps, holds and effects this release knows. */
@NullMarked
package io.kash.surgery.repertoire;

import org.jspecify.annotations.NullMarked;
