@NullMarked
package io.kash.shell;

import org.jspecify.annotations.NullMarked;
