/** The servers of the ZooKeeper ensemble. */
@NullMarked
package io.kash.commands.zk;

import org.jspecify.annotations.NullMarked;
