/** How Consul's agents are talked to, by the store and by whoever asks for services. */
@NullMarked
package io.kash.surgery.consul.client;

import org.jspecify.annotations.NullMarked;
