/** Files that only their owner can read. */
@NullMarked
package io.kash.surgery.files;

import org.jspecify.annotations.NullMarked;
