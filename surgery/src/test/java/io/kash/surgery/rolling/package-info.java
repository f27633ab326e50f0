@NullMarked
package io.kash.surgery.rolling;

import org.jspecify.annotations.NullMarked;
