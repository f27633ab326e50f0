/** The only place that speaks to Kafka. */
@NullMarked
package io.kash.surgery.kafka.client;

import org.jspecify.annotations.NullMarked;
