@NullMarked
package io.kash.commands.doctor;

import org.jspecify.annotations.NullMarked;
