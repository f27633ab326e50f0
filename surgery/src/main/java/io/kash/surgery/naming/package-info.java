/** What names stand for: whom clients that were given a name would be sent to now. */
@NullMarked
package io.kash.surgery.naming;

import org.jspecify.annotations.NullMarked;
