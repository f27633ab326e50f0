@NullMarked
package io.kash.surgery.schedule;

import org.jspecify.annotations.NullMarked;
