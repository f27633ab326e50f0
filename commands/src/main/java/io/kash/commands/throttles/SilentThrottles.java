package io.kash.commands.throttles;

import io.kash.commands.view.Answer;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.Titles;

/** Says which live brokers did not tell their settings, so that "none" is not read as "none anywhere". */
public final class SilentThrottles {
    private SilentThrottles() {}

    public static Answer note(Answer answer, Throttles throttles) {
        return throttles.silent().isEmpty()
                ? answer
                : answer.note("no answer about throttles from broker " + Titles.names(throttles.silent())
                        + "; it may have some");
    }
}
