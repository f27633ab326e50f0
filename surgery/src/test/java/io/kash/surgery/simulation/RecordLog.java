package io.kash.surgery.simulation;

import java.util.ArrayList;
import java.util.List;

/** One replica's records. A record is told from every other by its offset and the epoch of the leader that took it. */
final class RecordLog {
    private final List<Run> runs = new ArrayList<>();

    /** Records of one leader, from the end of the run before up to here. */
    private record Run(int epoch, long end) {}

    long end() {
        return runs.isEmpty() ? 0 : runs.get(runs.size() - 1).end();
    }

    void append(int epoch, long records) {
        if (records > 0) {
            long end = end() + records;
            if (!runs.isEmpty() && runs.get(runs.size() - 1).epoch() == epoch) {
                runs.remove(runs.size() - 1);
            }
            runs.add(new Run(epoch, end));
        }
    }

    /** Cuts off what the leader does not have (KIP-101), then copies some of what it has; says how much. */
    long follow(RecordLog leader, long most) {
        truncate(common(leader));
        long before = end();
        copy(leader, Math.min(leader.end(), before + most));
        return end() - before;
    }

    /** Makes this the first records of another. */
    void copy(RecordLog other, long upTo) {
        long at = end();
        for (Run run : other.runs) {
            long end = Math.min(run.end(), upTo);
            if (end > at) {
                append(run.epoch(), end - at);
                at = end;
            }
        }
    }

    /** How many of the first records both have. */
    long common(RecordLog other) {
        long common = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < runs.size() && theirs < other.runs.size()) {
            Run here = runs.get(mine);
            Run there = other.runs.get(theirs);
            if (here.epoch() != there.epoch()) {
                return common;
            }
            common = Math.min(here.end(), there.end());
            if (here.end() != there.end()) {
                // The shorter of the two may go on with another epoch, which then is not the other's.
                return common;
            }
            mine++;
            theirs++;
        }
        return common;
    }

    private void truncate(long end) {
        while (end() > end) {
            Run last = runs.remove(runs.size() - 1);
            long start = end();
            if (end > start) {
                runs.add(new Run(last.epoch(), end));
            }
        }
    }
}
