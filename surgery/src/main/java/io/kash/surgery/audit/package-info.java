/** Journals of sessions: what was typed on this machine, sealed line by line. */
@NullMarked
package io.kash.surgery.audit;

import org.jspecify.annotations.NullMarked;
