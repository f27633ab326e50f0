/** Who leads: bringing leadership back to the preferred replicas. */
@NullMarked
package io.kash.surgery.leadership;

import org.jspecify.annotations.NullMarked;
