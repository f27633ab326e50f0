/** Resolves names: services of Consul by its own word, other names as this machine does. */
@NullMarked
package io.kash.surgery.naming.client;

import org.jspecify.annotations.NullMarked;
