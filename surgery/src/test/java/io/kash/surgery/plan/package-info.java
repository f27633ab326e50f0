@NullMarked
package io.kash.surgery.plan;

import org.jspecify.annotations.NullMarked;
