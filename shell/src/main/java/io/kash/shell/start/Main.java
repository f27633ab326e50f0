package io.kash.shell.start;

import java.util.List;

/** Where the process begins. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        LogFile.configure();
        Surroundings surroundings = Surroundings.ofThisProcess();
        Shell shell = new Shell(surroundings, RealPlugs.of(surroundings));
        System.exit(shell.run(List.of(args)).code());
    }
}
