package io.kash.shell.containers;

/** The images of an engine. */
interface Images {
    /** Whether it has an image of this name. */
    boolean has(String name);

    /** Whether it could fetch it from a registry, and so has it now. */
    boolean fetch(String name);
}
