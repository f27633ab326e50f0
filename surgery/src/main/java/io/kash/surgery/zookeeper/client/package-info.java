/** The only place that speaks to ZooKeeper. */
@NullMarked
package io.kash.surgery.zookeeper.client;

import org.jspecify.annotations.NullMarked;
