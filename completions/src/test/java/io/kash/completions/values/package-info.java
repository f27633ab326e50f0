@NullMarked
package io.kash.completions.values;

import org.jspecify.annotations.NullMarked;
