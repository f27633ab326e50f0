/** How other processes speak to the one that has the lab. */
@NullMarked
package io.kash.lab.control;

import org.jspecify.annotations.NullMarked;
