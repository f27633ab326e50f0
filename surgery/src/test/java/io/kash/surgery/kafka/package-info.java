@NullMarked
package io.kash.surgery.kafka;

import org.jspecify.annotations.NullMarked;
