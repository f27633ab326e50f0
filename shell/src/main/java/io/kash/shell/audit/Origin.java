package io.kash.shell.audit;

import io.kash.surgery.audit.Head;
import java.util.Map;

/**
 * Who is in front of this shell, and where.
 *
 * @param from the address an SSH session came from; empty at the machine itself
 */
public record Origin(String user, String host, long process, String from) {
    /** @param host this machine's name */
    public static Origin of(Map<String, String> env, String host) {
        String connection = env.getOrDefault("SSH_CONNECTION", env.getOrDefault("SSH_CLIENT", ""));
        return new Origin(
                env.getOrDefault("USER", System.getProperty("user.name", "somebody")),
                host,
                ProcessHandle.current().pid(),
                connection.split(" ", -1)[0]);
    }

    /** {@code ada@bastion (4711)}. */
    public String who() {
        return user + "@" + host + " (" + process + ")";
    }

    /** As the store names it: the same for every shell of this user here. */
    public String place() {
        return Head.place(host, user);
    }
}
