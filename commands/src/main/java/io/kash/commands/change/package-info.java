/** The one way of every change: observe, plan, show, consent, operate, prove. */
@NullMarked
package io.kash.commands.change;

import org.jspecify.annotations.NullMarked;
