@NullMarked
package io.kash.commands.broker;

import org.jspecify.annotations.NullMarked;
