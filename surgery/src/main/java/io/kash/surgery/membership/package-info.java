/** Who belongs to a ZooKeeper ensemble: servers join it and leave it, one at a time. */
@NullMarked
package io.kash.surgery.membership;

import org.jspecify.annotations.NullMarked;
