/** What is wrong, before anything is done about it. */
@NullMarked
package io.kash.commands.doctor;

import org.jspecify.annotations.NullMarked;
