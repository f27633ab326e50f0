/** Named sets of engines: what the environments file says, and an open connection to one of them. */
@NullMarked
package io.kash.surgery.environment;

import org.jspecify.annotations.NullMarked;
