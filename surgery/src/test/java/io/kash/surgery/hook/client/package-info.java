@NullMarked
package io.kash.surgery.hook.client;

import org.jspecify.annotations.NullMarked;
