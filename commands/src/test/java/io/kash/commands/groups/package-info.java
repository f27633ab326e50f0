@NullMarked
package io.kash.commands.groups;

import org.jspecify.annotations.NullMarked;
