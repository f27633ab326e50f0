@NullMarked
package io.kash.surgery.check;

import org.jspecify.annotations.NullMarked;
