package io.kash.lab.cli;

/** Words nobody can make sense of. The message says which. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message);
    }
}
