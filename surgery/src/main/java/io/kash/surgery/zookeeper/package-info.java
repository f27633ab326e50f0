/** A ZooKeeper ensemble as surgery sees it. */
@NullMarked
package io.kash.surgery.zookeeper;

import org.jspecify.annotations.NullMarked;
