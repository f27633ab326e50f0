/** Processes at terminals of their own, for whoever wants to type and see. */
@NullMarked
package io.kash.lab.terminal;

import org.jspecify.annotations.NullMarked;
