@NullMarked
package io.kash.surgery.membership;

import org.jspecify.annotations.NullMarked;
