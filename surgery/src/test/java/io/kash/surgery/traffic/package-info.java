@NullMarked
package io.kash.surgery.traffic;

import org.jspecify.annotations.NullMarked;
