@NullMarked
package io.kash.surgery;

import org.jspecify.annotations.NullMarked;
