@NullMarked
package io.kash.commands.view;

import org.jspecify.annotations.NullMarked;
