/** The lab's servers as processes: their jars, their files, their lives. */
@NullMarked
package io.kash.lab.server;

import org.jspecify.annotations.NullMarked;
