/**
 * In what order copies are made so that no link idles: numbers only, no engine. Brokers are numbered from 0; every broker
 * has a link out and a link in, each with a rate of its own.
 */
@NullMarked
package io.kash.surgery.schedule;

import org.jspecify.annotations.NullMarked;
