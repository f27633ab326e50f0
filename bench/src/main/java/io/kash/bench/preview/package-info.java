/** How long a preview takes from Enter to its last line, and what memory the shell needs for it. */
@org.jspecify.annotations.NullMarked
package io.kash.bench.preview;
