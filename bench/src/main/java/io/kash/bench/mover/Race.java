package io.kash.bench.mover;

/** One strategy's way through one scene. */
final class Race {
    private static final int MOST_SECONDS = 200_000;
    /** Of the critical link's bytes; after that a link may idle. */
    private static final double TAIL = 0.98;

    private Race() {}

    /**
     * What came of it.
     *
     * @param efficiency the limit over the time it took, 0 to 1
     * @param criticalBusy how busy the link with most bytes was until the last fiftieth of them, 0 to 1
     */
    record Result(String strategy, double seconds, double efficiency, double criticalBusy) {}

    static Result run(Scene fresh, Strategy strategy) {
        Scene scene = fresh.anew();
        Network network = new Network(scene.brokers(), scene.bytesPerSecond());
        int left = scene.copies().size();
        int tick = 0;
        java.util.List<double[]> history = new java.util.ArrayList<>();
        for (; left > 0 && tick < MOST_SECONDS; tick++) {
            for (Copying copy : scene.copies()) {
                if (copy.state == Copying.State.ARRIVED) {
                    copy.state = Copying.State.SEEN;
                }
            }
            strategy.tick(scene, network, tick);
            left -= network.pass(1);
            history.add(network.carried.clone());
        }
        return new Result(strategy.name(), tick, scene.limit() / tick, busy(history, scene.bytesPerSecond()));
    }

    private static double busy(java.util.List<double[]> history, double bytesPerSecond) {
        double[] end = history.get(history.size() - 1);
        int critical = 0;
        for (int link = 1; link < end.length; link++) {
            if (end[link] > end[critical]) {
                critical = link;
            }
        }
        for (int second = 0; second < history.size(); second++) {
            double carried = history.get(second)[critical];
            if (carried >= TAIL * end[critical]) {
                return carried / bytesPerSecond / (second + 1);
            }
        }
        return 0;
    }
}
