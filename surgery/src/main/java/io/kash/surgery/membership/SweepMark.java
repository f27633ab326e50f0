package io.kash.surgery.membership;

import io.kash.surgery.zookeeper.ServerProcess;
import io.kash.surgery.zookeeper.ServerProcesses;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a sweep writes into the tree: {@code join 4 4e1c…b2 2/4 1:0f…,2:7a…,3:c4…,4:9d…}. It says which process each server
 * was before, so that whoever looks sees which have been restarted since; and it is the write that the ensemble has to take
 * between two restarts.
 *
 * @param way {@code join} or {@code retire}
 * @param server who joins or leaves
 * @param list sixteen hexadecimal digits of the list that is swept in
 * @param back servers that were seen to be done when it was written
 * @param of how many there are
 * @param before the process of each server before the sweep, by id
 */
record SweepMark(String way, int server, String list, int back, int of, SortedMap<Integer, String> before) {
    private static final Pattern FORM = Pattern.compile("(join|retire) ([0-9]{1,9}) ([0-9a-f]{16}) ([0-9]{1,3})/"
            + "([0-9]{1,3}) ((?:[0-9]{1,9}:[0-9a-f]{12})(?:,[0-9]{1,9}:[0-9a-f]{12})*)");

    SweepMark {
        before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
    }

    /** The mark a sweep begins with; empty while one of the servers has no process. */
    static Optional<SweepMark> first(
            String way, int server, String list, Collection<Integer> ids, ServerProcesses processes) {
        SortedMap<Integer, String> before = new TreeMap<>();
        ids.forEach(id -> processes.of(id).map(ServerProcess::word).ifPresent(word -> before.put(id, word)));
        return before.size() == ids.size()
                ? Optional.of(new SweepMark(way, server, list, 0, ids.size(), before))
                : Optional.empty();
    }

    /** The mark in a text; empty when it is of another sort. */
    static Optional<SweepMark> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        SortedMap<Integer, String> before = new TreeMap<>();
        for (String one : form.group(6).split(",", -1)) {
            int colon = one.indexOf(':');
            before.put(Integer.parseInt(one.substring(0, colon)), one.substring(colon + 1));
        }
        return Optional.of(new SweepMark(
                form.group(1),
                Integer.parseInt(form.group(2)),
                form.group(3),
                Integer.parseInt(form.group(4)),
                Integer.parseInt(form.group(5)),
                before));
    }

    SweepMark with(int more) {
        return new SweepMark(way, server, list, more, of, before);
    }

    /** Whether some servers may run with one list and some with the other. */
    boolean unfinished() {
        return back < of;
    }

    String text() {
        return way + " " + server + " " + list + " " + back + "/" + of + " "
                + before.entrySet().stream()
                        .map(one -> one.getKey() + ":" + one.getValue())
                        .collect(Collectors.joining(","));
    }
}
