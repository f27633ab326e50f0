@NullMarked
package io.kash.surgery.quorum;

import org.jspecify.annotations.NullMarked;
