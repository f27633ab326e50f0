@NullMarked
package io.kash.surgery.audit;

import org.jspecify.annotations.NullMarked;
