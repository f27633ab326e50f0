/** What the lab, as a client, does with its cluster: waits for it, fills it, looks at it. */
@NullMarked
package io.kash.lab.cluster;

import org.jspecify.annotations.NullMarked;
