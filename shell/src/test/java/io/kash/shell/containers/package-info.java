/** The suite of the main job on a network of containers. */
@NullMarked
package io.kash.shell.containers;

import org.jspecify.annotations.NullMarked;
