@NullMarked
package io.kash.lab.address;

import org.jspecify.annotations.NullMarked;
