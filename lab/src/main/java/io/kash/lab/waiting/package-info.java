@NullMarked
package io.kash.lab.waiting;

import org.jspecify.annotations.NullMarked;
