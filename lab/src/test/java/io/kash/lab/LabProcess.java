package io.kash.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process with a lab in it, which its test ends in bad ways. */
final class LabProcess {
    static final String READY = "ready";

    private LabProcess() {}

    /** @param arguments where the lab keeps its files */
    public static void main(String[] arguments) throws IOException {
        try (Lab lab = Lab.start(LabSpec.bare().withHome(Path.of(arguments[0])))) {
            // One that cannot end by itself.
            lab.pause("broker-2");
            // Standard output is how the test that started this process hears of it.
            System.out.println(READY + " " + String.join(" ", endpoints(lab)));
            while (System.in.read() >= 0) {
                System.out.println("still here");
            }
        }
    }

    private static List<String> endpoints(Lab lab) {
        return lab.nodes().stream()
                .map(state -> state.node().endpoint().toString())
                .toList();
    }
}
