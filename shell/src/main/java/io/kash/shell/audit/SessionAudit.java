package io.kash.shell.audit;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Outcome;
import io.kash.shell.engine.Listener;
import io.kash.shell.script.Secrets;
import io.kash.shell.session.ShellSession;
import io.kash.surgery.audit.Entry;
import io.kash.surgery.audit.Reading;
import io.kash.surgery.audit.SessionJournal;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Journals every command of this shell, and after changes now and then notes the journal's end in the environment's
 * store. What may hold a secret, or was typed behind a blank, is not written: only which command it was. A journal that
 * cannot be written is said once, and nothing waits for it.
 */
public final class SessionAudit implements Listener {
    private static final String NO_ENVIRONMENT = "-";
    private static final String WITHHELD = " [withheld: it may hold a secret]";
    private static final Pattern DRY = Pattern.compile("(?:^|\\s)--dry-run\\b");
    private static final int LINES_BETWEEN = 20;
    private static final Duration TIME_BETWEEN = Duration.ofMinutes(10);
    /** After these the store may be as unwell as what was asked. */
    private static final Set<Outcome> UNWELL = EnumSet.of(Outcome.FAILED, Outcome.TIMED_OUT, Outcome.NOT_AUTHORISED);

    private final ShellSession session;
    private final Function<String, SessionJournal> journals;
    private final Origin origin;
    private final Clock clock;
    private boolean complained;
    private Instant noted = Instant.MIN;
    private long linesSince;

    /** @param journals the journal of an environment, by its name */
    public SessionAudit(ShellSession session, Function<String, SessionJournal> journals, Origin origin, Clock clock) {
        this.session = session;
        this.journals = journals;
        this.origin = origin;
        this.clock = clock;
    }

    @Override
    public Command began(String name, String text, boolean changes) {
        String environment = session.environment().map(Environment::name).orElse(NO_ENVIRONMENT);
        SessionJournal journal = journals.apply(environment);
        // A blank before a line keeps it from history and recording; that the command was given is journaled all the
        // same.
        boolean withheld = text.startsWith(" ") || Secrets.suspected(text);
        String command = withheld ? name + WITHHELD : text.strip();
        OptionalLong begun = write(journal, new Entry.Began(command));
        // A look and a dry run write nothing anywhere but on this machine.
        boolean notes = changes && !DRY.matcher(text).find() && !session.batch().dryRun();
        return outcome -> ended(environment, journal, begun, outcome, notes);
    }

    private void ended(String environment, SessionJournal journal, OptionalLong begun, Outcome outcome, boolean notes) {
        if (begun.isEmpty()) {
            return;
        }
        String words = outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        OptionalLong written = write(journal, new Entry.Ended(begun.getAsLong(), words, outcome.code()));
        boolean here = session.environment()
                .map(Environment::name)
                .filter(environment::equals)
                .isPresent();
        if (notes && written.isPresent() && here && !UNWELL.contains(outcome)) {
            session.opened().ifPresent(connection -> note(connection, journal));
        }
    }

    private OptionalLong write(SessionJournal journal, Entry.Deed deed) {
        try {
            linesSince++;
            return OptionalLong.of(journal.append(clock.instant(), origin.who(), origin.from(), deed));
        } catch (IOException e) {
            if (!complained) {
                complained = true;
                session.screen()
                        .note(Line.of("note: ", Role.WARNING)
                                .plus("this session is not journaled: " + journal.file() + ": " + e.getMessage()));
            }
            return OptionalLong.empty();
        }
    }

    private void note(Connection connection, SessionJournal journal) {
        Instant now = clock.instant();
        boolean due = noted.equals(Instant.MIN)
                || linesSince >= LINES_BETWEEN
                || Duration.between(noted, now).compareTo(TIME_BETWEEN) > 0;
        if (!due) {
            return;
        }
        noted = now;
        linesSince = 0;
        try {
            Reading reading = journal.read();
            if (reading.broken().isEmpty()) {
                // Another shell of this user here that notes at this moment notes nearly the same.
                var unused = reading.head().keep(connection.store(), origin.place());
            }
        } catch (IOException | RuntimeException e) {
            // The store, or the file, is away: the next time will do, and audit verify says what was known last.
        }
    }
}
