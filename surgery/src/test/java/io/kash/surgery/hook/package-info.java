@NullMarked
package io.kash.surgery.hook;

import org.jspecify.annotations.NullMarked;
