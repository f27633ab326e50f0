@NullMarked
package io.kash.surgery.controllers;

import org.jspecify.annotations.NullMarked;
