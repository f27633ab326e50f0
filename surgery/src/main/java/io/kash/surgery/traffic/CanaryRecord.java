package io.kash.surgery.traffic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a canary writes: {@code kash-canary/1 6f1c… 2 41}.
 *
 * @param run the id of its run
 * @param number 0, 1, 2, … within its run and partition
 */
record CanaryRecord(String run, int partition, long number) {
    private static final Pattern FORM = Pattern.compile("kash-canary/1 ([0-9a-f-]{1,64}) ([0-9]{1,9}) ([0-9]{1,18})");

    /** Empty for what somebody else wrote there. */
    static Optional<CanaryRecord> of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(
                        new CanaryRecord(form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3))))
                : Optional.empty();
    }

    String text() {
        return "kash-canary/1 " + run + " " + partition + " " + number;
    }
}
