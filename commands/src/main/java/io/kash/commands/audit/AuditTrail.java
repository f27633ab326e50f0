package io.kash.commands.audit;

import io.kash.surgery.audit.Reading;
import io.kash.surgery.audit.SessionJournal;
import io.kash.surgery.problem.Problem;
import java.io.IOException;
import java.util.function.Function;

/**
 * Where the journals of sessions are.
 *
 * @param journals the one of an environment, by its name
 * @param place who and where this is, as {@link io.kash.surgery.audit.Head} names it
 */
public record AuditTrail(Function<String, SessionJournal> journals, String place) {
    /** @throws io.kash.surgery.problem.ProblemException when it cannot be read */
    Reading read(String environment) {
        SessionJournal journal = journals.apply(environment);
        try {
            return journal.read();
        } catch (IOException e) {
            throw Problem.failed(
                            "the session journal cannot be read",
                            journal.file().toString(),
                            String.valueOf(e.getMessage()),
                            "")
                    .asException(e);
        }
    }
}
