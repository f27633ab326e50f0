@NullMarked
package io.kash.shell.audit;

import org.jspecify.annotations.NullMarked;
