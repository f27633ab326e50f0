/** Live values by type, over a cache that is refreshed in the background. */
@NullMarked
package io.kash.completions.values;

import org.jspecify.annotations.NullMarked;
