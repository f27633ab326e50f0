/** The store in files of this machine: nobody elsewhere sees it. */
@NullMarked
package io.kash.surgery.coordination.local;

import org.jspecify.annotations.NullMarked;
