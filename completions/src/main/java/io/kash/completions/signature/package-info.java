/** What a command line may say: names, options and arguments, each with the type of its value. */
@NullMarked
package io.kash.completions.signature;

import org.jspecify.annotations.NullMarked;
