/** The words of {@code kash lab}: what they mean, and who does it. */
@NullMarked
package io.kash.lab.cli;

import org.jspecify.annotations.NullMarked;
