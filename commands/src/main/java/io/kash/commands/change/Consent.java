package io.kash.commands.change;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.operation.Event;
import io.kash.surgery.plan.Plan;
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
        record Given(Event event) implements Answer {
            Given(String how) {
                this(new Event.Consented(how));
            }
        }

        record Withheld(Outcome outcome) implements Answer {}
    }

    /** Consent given beforehand stands for the word that is typed otherwise, and for no question. */
    Answer ask(Optional<String> confirmed, List<Question> questions) {
        confirmed.ifPresent(this::requireThisEnvironment);
        Optional<Answer> no = refusedOneByOne(questions);
        if (no.isPresent()) {
            return no.get();
        }
        if (confirmed.isPresent()) {
            return new Answer.Given("--confirm=" + confirmed.get());
        }
        Protection protection = environment.protection();
        if (protection == Protection.NONE) {
            return new Answer.Given("protection none");
        }
        if (!session.prompter().interactive()) {
            return declined("there is nobody to ask here. To consent beforehand, give --confirm=" + environment.name());
        }
        return typed(protection);
    }

    /**
     * A second operator has to approve. Nothing said beforehand stands for that.
     *
     * @throws io.kash.surgery.problem.ProblemException of kind NOT_AUTHORISED where nobody can wait for one
     */
    Answer ofTwo(Optional<String> confirmed, List<Question> questions, SecondOperator second, Plan plan) {
        confirmed.ifPresent(this::requireThisEnvironment);
        if (!session.prompter().interactive()) {
            throw new Problem(
                            Problem.Kind.NOT_AUTHORISED,
                            "a second operator must approve this, and nobody has",
                            environment.name(),
                            "its protection is pair, and --confirm stands for one operator only",
                            "run it at a terminal, where it can wait for an approval")
                    .asException();
        }
        return refusedOneByOne(questions).orElseGet(() -> second.await(plan));
    }

    /** Alone, where two are wanted: said loudly, typed in full, and only by a person. */
    Answer breakGlass(String reason, String operator, List<Question> questions, boolean two) {
        if (!two) {
            throw Problem.usage(
                            "there is no glass to break",
                            environment.name(),
                            "one operator is enough for this",
                            "leave --break-glass out")
                    .asException();
        }
        if (!session.prompter().interactive()) {
            throw new Problem(
                            Problem.Kind.NOT_AUTHORISED,
                            "only a person at a terminal can break the glass",
                            environment.name(),
                            "",
                            "run it at a terminal")
                    .asException();
        }
        session.screen()
                .note(Line.of("BREAKING THE GLASS: ", Role.BAD)
                        .plus("no second operator approves this. Its journal will say so: " + reason));
        Optional<Answer> no = refusedOneByOne(questions);
        if (no.isPresent()) {
            return no.get();
        }
        Answer answer = typed(Protection.NAME);
        return answer instanceof Answer.Given ? new Answer.Given(new Event.BrokeGlass(operator, reason)) : answer;
    }

    private Optional<Answer> refusedOneByOne(List<Question> questions) {
        if (!questions.isEmpty() && !session.prompter().interactive()) {
            return Optional.of(
                    declined("what would be done has to be asked one by one, and there is nobody to ask here."));
        }
        for (Question question : questions) {
            if (!answered(question)) {
                return Optional.of(declined());
            }
        }
        return Optional.empty();
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
