/** What went wrong, said so that an operator can act on it. */
@NullMarked
package io.kash.surgery.problem;

import org.jspecify.annotations.NullMarked;
