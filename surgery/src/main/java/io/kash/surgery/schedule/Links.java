package io.kash.surgery.schedule;

/**
 * The links of all brokers, in one row: first each broker's link out, then each broker's link in.
 *
 * <p>The rate of a link is in bytes a second, at least 1.
 */
public final class Links {
    private final int brokers;
    private final double[] rates;

    /**
     * @param out by broker
     * @param in by broker, as many
     */
    public Links(double[] out, double[] in) {
        if (out.length != in.length) {
            throw new IllegalArgumentException("every broker has a link out and a link in");
        }
        this.brokers = out.length;
        this.rates = new double[2 * brokers];
        for (int broker = 0; broker < brokers; broker++) {
            rates[broker] = Math.max(1, out[broker]);
            rates[brokers + broker] = Math.max(1, in[broker]);
        }
    }

    /** All links with one rate. */
    public static Links even(int brokers, double bytesPerSecond) {
        double[] rates = new double[brokers];
        java.util.Arrays.fill(rates, bytesPerSecond);
        return new Links(rates, rates);
    }

    public int brokers() {
        return brokers;
    }

    int count() {
        return rates.length;
    }

    static int out(int broker) {
        return broker;
    }

    int in(int broker) {
        return brokers + broker;
    }

    double seconds(int link, long bytes) {
        return (double) bytes / rates[link];
    }

    /** Seconds each link needs for the jobs if it never idles. */
    double[] backlog(Iterable<? extends Job<?>> jobs) {
        double[] seconds = new double[rates.length];
        for (Job<?> job : jobs) {
            seconds[job.source()] += seconds(job.source(), job.bytesToSend());
            for (int at = 0; at < job.receivers().count(); at++) {
                int link = in(job.receivers().broker(at));
                seconds[link] += seconds(link, job.left().at(at));
            }
        }
        return seconds;
    }

    /** Seconds no order of these jobs, from these sources, can be faster than. */
    public double bound(Iterable<? extends Job<?>> jobs) {
        double most = 0;
        for (double seconds : backlog(jobs)) {
            most = Math.max(most, seconds);
        }
        return most;
    }
}
