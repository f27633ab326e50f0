/** Moving replicas: the request, its planner, the step, and the pace that carries it out; and taking moves back. */
@NullMarked
package io.kash.surgery.movement;

import org.jspecify.annotations.NullMarked;
