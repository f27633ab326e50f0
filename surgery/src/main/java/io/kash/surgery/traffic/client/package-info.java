/** The canary's topic, through Kafka's producer and consumer. */
@NullMarked
package io.kash.surgery.traffic.client;

import org.jspecify.annotations.NullMarked;
