/** Brokers: who is there and what they carry. */
@NullMarked
package io.kash.commands.broker;

import org.jspecify.annotations.NullMarked;
