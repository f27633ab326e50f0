@NullMarked
package io.kash.surgery.naming.client;

import org.jspecify.annotations.NullMarked;
