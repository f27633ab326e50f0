@NullMarked
package io.kash.completions;

import org.jspecify.annotations.NullMarked;
