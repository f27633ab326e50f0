package io.kash.surgery.kafka.client;

import io.kash.surgery.operation.Reply;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Gathers what became of each item of one effect, and sums it up: any refusal makes it Rejected, with the items that got
 * no answer named beside the refused ones; else any missing answer makes it Unknown; else it is Accepted.
 */
final class Outcomes {
    private final SortedMap<String, String> refused = new TreeMap<>();
    private final SortedMap<String, String> unknown = new TreeMap<>();
    private final Predicate<Throwable> harmless;

    /** @param harmless errors that only say that there was nothing to do */
    Outcomes(Predicate<Throwable> harmless) {
        this.harmless = harmless;
    }

    void failed(String item, KafkaFailure failure) {
        if (failure.outcomeUnknown()) {
            unknown.put(item, failure.interrupted() ? "interrupted while waiting for the answer" : failure.words());
        } else if (!harmless.test(failure.reason())) {
            refused.put(item, failure.words());
        }
    }

    Reply reply() {
        if (!refused.isEmpty()) {
            SortedMap<String, String> all = new TreeMap<>(refused);
            unknown.forEach((item, why) -> all.put(item, "no answer came: " + why));
            return new Reply.Rejected(all);
        }
        if (!unknown.isEmpty()) {
            return new Reply.Unknown(unknownInWords());
        }
        return new Reply.Accepted();
    }

    /** One call's timeout is that of all its items: its words are said once. */
    private String unknownInWords() {
        List<String> words = new ArrayList<>(new LinkedHashSet<>(unknown.values()));
        return unknown.firstKey()
                + (unknown.size() > 1 ? " and " + (unknown.size() - 1) + " more" : "") + ": "
                + String.join("; ", words.subList(0, Math.min(3, words.size())));
    }
}
