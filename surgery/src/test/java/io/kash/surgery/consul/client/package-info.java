/** A Consul for tests. */
@NullMarked
package io.kash.surgery.consul.client;

import org.jspecify.annotations.NullMarked;
