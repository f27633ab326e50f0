@NullMarked
package io.kash.surgery.terraform;

import org.jspecify.annotations.NullMarked;
