@NullMarked
package io.kash.lab;

import org.jspecify.annotations.NullMarked;
