@NullMarked
package io.kash.commands.audit;

import org.jspecify.annotations.NullMarked;
