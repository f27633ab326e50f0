/** Which address each server of an ensemble has: calculated from subnets, never handed about. Pure. */
@NullMarked
package io.kash.surgery.addressing;

import org.jspecify.annotations.NullMarked;
