package io.kash.commands.traffic;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.evidence.EvidenceFiles;
import io.kash.commands.evidence.EvidenceLines;
import io.kash.commands.ops.OperationTypes;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.Fact;
import io.kash.commands.view.Facts;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.commands.view.Units;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.surgery.operation.OperationId;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.traffic.CanaryAccount;
import io.kash.surgery.traffic.Claim;
import io.kash.surgery.traffic.Dossier;
import io.kash.surgery.traffic.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code evidence}: what an operation proves, from what the store keeps of it, so that any operator can look.
 *
 * <pre>
 * CLAIM                                   VERDICT  RESTS ON    SEEN
 * every acknowledged record was read back holds    canary      1,234 records of 1,234 acknowledged ones accounted for
 * no log ends before where it ended       holds    watermarks  84 partitions compared
 * </pre>
 */
public final class EvidenceShow extends ReadVerb {
    private static final Argument<OperationId> OPERATION =
            new Argument<>("operation", OperationTypes.ID, Arity.ONE, "its id");
    private static final ValueType<Path> FILE = new ValueType<>(Path.class, "file", Path::of);
    private static final Option<Path> PAGE =
            Option.optional("html", FILE, "also write the page with the graph to this file");
    private static final Option<Path> DATA = Option.optional("json", FILE, "also write all of it as JSON to this file");
    private static final Table<Claim> CLAIMS = Table.of(
            Column.data("name", Claim::name),
            Column.text("claim", "CLAIM", Claim::says),
            Column.<Claim>text("verdict", "VERDICT", claim -> claim.verdict().words())
                    .role(EvidenceShow::role),
            Column.text("rests", "RESTS ON", claim -> claim.rests().word()),
            Column.<Claim>text("seen", "SEEN", Claim::facts).shown(EvidenceShow::seen));

    private final OperatingRoom room;

    public EvidenceShow(Session session, OperatingRoom room) {
        super(
                Signature.of("evidence", "Operations", "Show what an operation proves")
                        .details(
                                "Read from the store the operation is journaled in. With --html or --json it is written to"
                                        + " files that only their owner can read.")
                        .argument(OPERATION)
                        .option(PAGE)
                        .option(DATA)
                        .example("evidence 7f3a")
                        .example("evidence 7f3a --html move.html"),
                session);
        this.room = room;
    }

    @Override
    protected Answer answer(Words words) {
        OperationId id = words.all(OPERATION).get(0);
        Evidence evidence = new Dossier(room.json())
                .of(
                        session().connection(),
                        room.operations(session().connection()).open(id));
        EvidenceFiles files = new EvidenceFiles(room.json(), Path::of);
        Answer answer = Answer.of(
                "evidence-show/1",
                Facts.of(
                        "operation",
                        Line.EMPTY,
                        Fact.of("id", "Operation", evidence.operation()),
                        Fact.of("title", "Request", evidence.title()),
                        Fact.of("begun", "Begun", evidence.begun()),
                        Fact.of("lookedAt", "Looked at", evidence.testimony().at()),
                        Fact.of("ending", "Ending", evidence.testimony().ending()),
                        Fact.data("finished", evidence.testimony().finished()),
                        canary(evidence)),
                Rows.of("claims", CLAIMS, evidence.testimony().claims(), "nothing is claimed"));
        for (String note : evidence.testimony().notes()) {
            answer = answer.note(note);
        }
        answer = written(answer, words.first(PAGE), file -> write(file, () -> files.writePage(evidence, file)));
        return written(answer, words.first(DATA), file -> write(file, () -> files.writeJson(evidence, file)));
    }

    private static Fact canary(Evidence evidence) {
        Optional<CanaryAccount> account = evidence.testimony().canary();
        return Fact.of("acknowledged", "Canary", account.map(CanaryAccount::acknowledged))
                .shown(account.map(EvidenceLines::canary).orElse("none"));
    }

    private static Role role(Claim claim) {
        return switch (claim.verdict()) {
            case HOLDS -> Role.GOOD;
            case BROKEN -> Role.BAD;
            case NOT_KNOWN -> Role.WARNING;
        };
    }

    private static String seen(Claim claim) {
        int more = claim.facts().size() - 1;
        return claim.facts().stream().findFirst().orElse("") + (more > 0 ? ", and " + Units.count(more) + " more" : "");
    }

    private static Answer written(Answer answer, Optional<Path> file, Function<Path, String> write) {
        return file.map(path -> answer.note(write.apply(path))).orElse(answer);
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static String write(Path file, Writing writing) {
        try {
            writing.write();
            return "written to " + file;
        } catch (IOException e) {
            throw Problem.failed("the evidence cannot be written", file.toString(), e.toString(), "name another file")
                    .asException(e);
        }
    }
}
