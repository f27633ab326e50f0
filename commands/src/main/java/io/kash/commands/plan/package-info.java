/** Plans in files: made of files, without a cluster, and kept from those that are shown. */
@NullMarked
package io.kash.commands.plan;

import org.jspecify.annotations.NullMarked;
