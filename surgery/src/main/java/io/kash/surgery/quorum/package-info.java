/** What holds for every quorum, of ZooKeeper servers as of KRaft controllers: majorities, floors, lists, time without trouble. */
@NullMarked
package io.kash.surgery.quorum;

import org.jspecify.annotations.NullMarked;
