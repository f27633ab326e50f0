/** Planning from files: a cluster and a task in, Kafka's own reassignment format out. Streams, never trees. */
@NullMarked
package io.kash.surgery.placement.offline;

import org.jspecify.annotations.NullMarked;
