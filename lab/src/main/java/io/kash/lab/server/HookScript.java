package io.kash.lab.server;

import io.kash.lab.control.HookMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The script that stands for what an operator's own hooks do: ssh and systemctl, a Chef run, an SSM document. */
final class HookScript {
    private HookScript() {}

    static void write(LabHome home) {
        String text =
                """
                #!/bin/sh
                # restart|stop|started broker|controller|zookeeper <id>: asks the lab, and exits as it says. Words go through as they come, and so
                # do the servers that a ZooKeeper is restarted with, on the standard input.
                # Nobody is asked to type them.
                if [ -t 0 ]; then exec 0</dev/null; fi
                if [ "$1 $2" = 'started zookeeper' ]; then
                    # Asked often, so without a Java: the process, and the servers its file names.
                    directory=%s"$3"
                    if kill -0 "$(cat "$directory/%s" 2>/dev/null)" 2>/dev/null; then
                        echo "process $(cat "$directory/%s")"
                        grep '^server\\.' "$directory/%s"
                        exit 0
                    fi
                    echo "zk-$3 does not run" >&2
                    exit 1
                fi
                exec %s -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -cp %s %s %s "$@"
                """
                        .formatted(
                                quoted(home.directoryOf("zk-")),
                                LabHome.PID,
                                LabHome.PID,
                                Configuration.FILE,
                                quoted(Path.of(System.getProperty("java.home"), "bin", "java")),
                                quoted(GuardJar.ownLocation()),
                                HookMain.class.getName(),
                                quoted(home.hookSocket()));
        try {
            Files.writeString(home.hook(), text);
            Files.setPosixFilePermissions(home.hook(), PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
