/** Where the ports of an environment meet the clients of its engines. */
@NullMarked
package io.kash.surgery.connection;

import org.jspecify.annotations.NullMarked;
