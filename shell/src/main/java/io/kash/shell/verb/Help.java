package io.kash.shell.verb;

import io.kash.commands.session.Session;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Signature;
import io.kash.shell.grammar.Lexicon;
import io.kash.shell.grammar.StrictParser;
import io.kash.shell.help.HelpList;
import io.kash.shell.help.HelpPage;
import java.util.List;
import java.util.Optional;

/** {@code help}: all commands, those that begin with some words, or the page of one. */
public final class Help extends Verb {
    private static final Argument<CommandWord> COMMAND =
            new Argument<>("command", CommandWord.TYPE, Arity.ANY, "The words of a command, or the first of them");

    private final Lexicon lexicon;

    public Help(Session session, Lexicon lexicon) {
        super(
                Signature.of("help", "Session", "List the commands, or explain one")
                        .details("--help after any command shows the same page.")
                        .argument(COMMAND)
                        .example("help connect"),
                session);
        this.lexicon = lexicon;
    }

    @Override
    protected Outcome run(Words words) {
        List<String> topic = words.all(COMMAND).stream().map(CommandWord::value).toList();
        Optional<Lexicon.Match> command = lexicon.longest(topic);
        if (command.isPresent() && command.get().length() == topic.size()) {
            session().screen().data(HelpPage.lines(command.get().verb().signature()));
            return Outcome.DONE;
        }
        List<Signature> members = members(topic);
        if (members.isEmpty()) {
            throw new StrictParser(lexicon).unknown(topic).asException();
        }
        session().screen().data(HelpList.lines(members));
        return Outcome.DONE;
    }

    private List<Signature> members(List<String> topic) {
        String start = topic.isEmpty() ? "" : String.join(" ", topic) + " ";
        return lexicon.signatures().stream()
                .filter(signature -> signature.name().startsWith(start))
                .toList();
    }
}
