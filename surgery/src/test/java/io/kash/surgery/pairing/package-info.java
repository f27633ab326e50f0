@org.jspecify.annotations.NullMarked
package io.kash.surgery.pairing;
