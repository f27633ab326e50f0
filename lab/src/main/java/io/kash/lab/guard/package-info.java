/**
 * What runs inside the lab's child processes. Nothing here may use another package of the lab: these classes alone are put
 * into a jar, and onto the servers' class path.
 */
@NullMarked
package io.kash.lab.guard;

import org.jspecify.annotations.NullMarked;
