/** Two operators, one change: keys, plans that wait for an approval, verdicts, and who is connected. */
@NullMarked
package io.kash.surgery.pairing;

import org.jspecify.annotations.NullMarked;
