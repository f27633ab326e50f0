@NullMarked
package io.kash.surgery.addressing;

import org.jspecify.annotations.NullMarked;
