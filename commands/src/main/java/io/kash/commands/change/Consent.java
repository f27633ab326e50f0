package io.kash.commands.change;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Asks for consent as the environment's protection wants it. Anything but the one right answer is a no, end of input and
 * Ctrl-C included, and a no changes nothing.
 */
final class Consent {
    private final Session session;
    private final Environment environment;

    Consent(Session session, Environment environment) {
        this.session = session;
        this.environment = environment;
    }

    /** How the operator consented, for the journal; or the outcome to end with. */
    sealed interface Answer {
        record Given(String how) implements Answer {}

        record Withheld(Outcome outcome) implements Answer {}
    }

    /**
     * Consent given beforehand stands for the word that is typed otherwise, and for no question.
     *
     * @param alone whether one operator is enough wherever two are wanted
     */
    Answer ask(Optional<String> confirmed, List<Question> questions, boolean alone) {
        Protection protection = environment.protection();
        if (protection == Protection.PAIR && !alone) {
            throw new Problem(
                            Problem.Kind.NOT_AUTHORISED,
                            "a second operator must approve this, and nobody has",
                            environment.name(),
                            "its protection is pair, and this release cannot ask a second operator yet",
                            "run it with --dry-run to see the plan")
                    .asException();
        }
        confirmed.ifPresent(this::requireThisEnvironment);
        if (!questions.isEmpty() && !session.prompter().interactive()) {
            return declined("what would be done has to be asked one by one, and there is nobody to ask here.");
        }
        for (Question question : questions) {
            if (!answered(question)) {
                return declined();
            }
        }
        if (confirmed.isPresent()) {
            return new Answer.Given("--confirm=" + confirmed.get());
        }
        if (protection == Protection.NONE) {
            return new Answer.Given("protection none");
        }
        if (!session.prompter().interactive()) {
            return declined("there is nobody to ask here. To consent beforehand, give --confirm=" + environment.name());
        }
        return typed(protection);
    }

    private void requireThisEnvironment(String confirmed) {
        if (!confirmed.equals(environment.name())) {
            throw Problem.usage(
                            "--confirm=" + confirmed + " names another environment",
                            environment.name(),
                            "consent is for the environment it names",
                            "--confirm=" + environment.name())
                    .asException();
        }
    }

    private Answer typed(Protection protection) {
        Question question = protection == Protection.CONFIRM
                ? new Question("This changes " + environment.name() + ". Type yes to go on: ", "yes")
                : new Question(
                        "This changes " + environment.name() + ". Type the environment's name to go on: ",
                        environment.name());
        return answered(question) ? new Answer.Given("typed " + question.answer()) : declined();
    }

    private boolean answered(Question question) {
        return session.prompter()
                .ask(question.text())
                .filter(question.answer()::equals)
                .isPresent();
    }

    private Answer declined() {
        return declined("no consent was given.");
    }

    private Answer declined(String why) {
        session.screen().note(Line.of("Nothing was changed: " + why));
        return new Answer.Withheld(Outcome.DECLINED);
    }
}
