/** Stores that operators share: in the environment's ZooKeeper, or in its Consul. */
@NullMarked
package io.kash.surgery.coordination.client;

import org.jspecify.annotations.NullMarked;
