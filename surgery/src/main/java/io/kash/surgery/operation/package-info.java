/** Carrying out an approved plan: the one runner, its journal, and the ports it acts through. */
@NullMarked
package io.kash.surgery.operation;

import org.jspecify.annotations.NullMarked;
