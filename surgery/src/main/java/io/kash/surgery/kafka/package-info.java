/** Kafka as surgery sees it: brokers, partitions, throttles, and the requests, steps and holds that change them. */
@NullMarked
package io.kash.surgery.kafka;

import org.jspecify.annotations.NullMarked;
