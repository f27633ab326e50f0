package io.kash.shell.start;

import java.util.List;

/** Where the process begins. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        LogFile.configure();
        Shell shell = new Shell(Surroundings.ofThisProcess(), Plugs.real());
        System.exit(shell.run(List.of(args)).code());
    }
}
