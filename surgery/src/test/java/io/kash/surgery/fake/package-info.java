/** Hand-written fakes of the ports, shared by all tests. */
@NullMarked
package io.kash.surgery.fake;

import org.jspecify.annotations.NullMarked;
