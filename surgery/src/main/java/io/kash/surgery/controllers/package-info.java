/** Who votes in the quorum of KRaft controllers: controllers join it and leave it, one at a time. */
@NullMarked
package io.kash.surgery.controllers;

import org.jspecify.annotations.NullMarked;
