package io.kash.commands.view;

import io.kash.commands.verb.Outcome;
import io.kash.surgery.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a reading command found.
 *
 * @param format name and version of its JSON: {@code broker-list/1}
 * @param observedAt when the engines were looked at; empty when none was asked
 * @param notes what a reader should know beside it: who did not answer
 * @param problems what could not be read; with any, the command fails although the rest is shown
 * @param verdict how the command ends when everything was read
 */
public record Answer(
        String format,
        Optional<Instant> observedAt,
        List<Section> sections,
        List<String> notes,
        List<Problem> problems,
        Outcome verdict) {

    public Answer {
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    /** An answer that is an answer whatever it says. */
    public Answer(
            String format,
            Optional<Instant> observedAt,
            List<Section> sections,
            List<String> notes,
            List<Problem> problems) {
        this(format, observedAt, sections, notes, problems, Outcome.DONE);
    }

    public static Answer of(String format, Instant observedAt, Section... sections) {
        return new Answer(format, Optional.of(observedAt), List.of(sections), List.of(), List.of());
    }

    /** An answer for which no engine was asked. */
    public static Answer of(String format, Section... sections) {
        return new Answer(format, Optional.empty(), List.of(sections), List.of(), List.of());
    }

    public Answer note(String note) {
        List<String> longer = new ArrayList<>(notes);
        longer.add(note);
        return new Answer(format, observedAt, sections, longer, problems, verdict);
    }

    /** This answer, which ends the command so because of what it says. */
    public Answer ending(Outcome outcome) {
        return new Answer(format, observedAt, sections, notes, problems, outcome);
    }

    public Outcome outcome() {
        return problems.stream().findFirst().map(Problem::kind).map(Outcome::of).orElse(verdict);
    }
}
