package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.terminal.Screen;
import io.kash.commands.view.Units;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Witness;
import io.kash.surgery.plan.Adjustment;
import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one line of a running operation, with fixed fields:
 *
 * <pre>
 * 7f3a drain 12  [========>           ]  37 %  0.86/2.31 TiB  6 in flight  79 MB/s  3h 6m  ETA 5h 22m (19:31Z)  moving
 * </pre>
 *
 * It never says 100 % before the step is verified, and gives no ETA before there is a rate to reckon with.
 */
public final class ProgressLine implements Witness {
    private static final int BAR = 20;
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final String name;
    private final Screen screen;
    private final Speed speed = new Speed();
    private Line fields;
    private @Nullable Instant begun;
    private @Nullable Instant lastMoved;
    private long doneBefore = -1;

    /** @param name the operation's id and title */
    public ProgressLine(String name, Screen screen) {
        this.name = name;
        this.screen = screen;
        this.fields = Line.of(name, Role.STRONG);
    }

    @Override
    public void saw(Sighting sighting) {
        Instant start = begun == null ? sighting.at() : begun;
        begun = start;
        Progress progress = sighting.progress();
        if (progress.done() != doneBefore) {
            doneBefore = progress.done();
            lastMoved = sighting.at();
        }
        speed.saw(sighting.at(), progress.done());
        fields = fields(sighting, start);
        screen.progress(fields.plus("  ").plus(state(sighting), stateRole(sighting)));
    }

    private Line fields(Sighting sighting, Instant start) {
        Progress progress = sighting.progress();
        int percent = percent(sighting);
        Line line = Line.of(name + "  ", Role.STRONG)
                .plus(bar(percent) + String.format("  %3d %%  ", percent) + amount(progress));
        if (progress.unit() == Progress.Unit.BYTES) {
            line = line.plus("  " + progress.inFlight() + " in flight");
            Optional<Long> rate = speed.perSecond();
            line = line.plus("  " + rate.map(Units::rate).orElse("-"));
        }
        line = line.plus("  " + Units.duration(Duration.between(start, sighting.at())));
        return line.plus(eta(sighting));
    }

    private static int percent(Sighting sighting) {
        if (sighting.standing().equals(Standing.DONE)) {
            return 100;
        }
        Progress progress = sighting.progress();
        return progress.total() == 0 ? 0 : (int) Math.min(99, progress.done() * 100 / progress.total());
    }

    private static String bar(int percent) {
        int filled = percent * BAR / 100;
        String head = percent > 0 && percent < 100 ? ">" : "";
        return "[" + "=".repeat(filled) + head + " ".repeat(Math.max(0, BAR - filled - head.length())) + "]";
    }

    private static String amount(Progress progress) {
        return progress.unit() == Progress.Unit.BYTES
                ? Units.bytes(progress.done()) + " / " + Units.bytes(progress.total())
                : progress.done() + " of " + progress.total();
    }

    private String eta(Sighting sighting) {
        Progress progress = sighting.progress();
        Optional<Long> rate = speed.perSecond();
        if (progress.unit() != Progress.Unit.BYTES
                || rate.isEmpty()
                || rate.get() == 0
                || sighting.control().startsNothing()) {
            return "";
        }
        Duration left = Duration.ofSeconds((progress.total() - progress.done()) / rate.get());
        if (left.isZero()) {
            // What is left is not bytes but partitions that have to be handed over.
            return "";
        }
        String clock = sighting.at().plus(left).truncatedTo(ChronoUnit.MINUTES).toString();
        return "  ETA " + Units.duration(left) + " (" + clock.substring(clock.indexOf('T') + 1, clock.indexOf('T') + 6)
                + "Z)";
    }

    private String state(Sighting sighting) {
        if (sighting.standing() instanceof Standing.Blocked blocked) {
            return "WAITING " + since(sighting.at()) + ": " + blocked.why();
        }
        if (sighting.standing() instanceof Standing.Foreign foreign) {
            return "STOPPING: " + foreign.what();
        }
        if (sighting.control().startsNothing() && !sighting.standing().equals(Standing.DONE)) {
            return held(sighting);
        }
        if (sighting.standing().equals(Standing.DONE)) {
            return "verified";
        }
        if (stalled(sighting)) {
            return "STALLED " + since(sighting.at()) + ": "
                    + sighting.waitsFor()
                            .orElseGet(() -> StepViews.of(sighting.step()).stalled());
        }
        return StepViews.of(sighting.step()).doing() + eased(sighting);
    }

    /** The rate, where it follows what the cluster bears. */
    private static String eased(Sighting sighting) {
        Adjustment limits = sighting.control().limits();
        return limits.because()
                .filter(why -> sighting.progress().unit() == Progress.Unit.BYTES)
                .map(why -> " at " + Units.rate(limits.bytesPerSecond().orElse(0)) + " a broker: " + why)
                .orElse("");
    }

    /** Why nothing new is started. */
    private static String held(Sighting sighting) {
        String inFlight = sighting.progress().inFlight() + " in flight";
        return switch (sighting.control().wish()) {
            case PAUSE -> "PAUSED: " + sighting.control().said() + "; " + inFlight;
            case CANCEL -> "CANCELLING: " + inFlight;
            case RUN, STOP, LEAVE -> "STOPPING: " + inFlight;
        };
    }

    private Role stateRole(Sighting sighting) {
        return sighting.standing().equals(Standing.DONE) ? Role.GOOD : troubled(sighting) ? Role.WARNING : Role.PLAIN;
    }

    private boolean troubled(Sighting sighting) {
        return sighting.control().startsNothing()
                || stalled(sighting)
                || sighting.standing() instanceof Standing.Blocked
                || sighting.standing() instanceof Standing.Foreign;
    }

    private boolean stalled(Sighting sighting) {
        return lastMoved != null && Duration.between(lastMoved, sighting.at()).compareTo(STALLED) > 0;
    }

    private String since(Instant now) {
        return Units.duration(lastMoved == null ? Duration.ZERO : Duration.between(lastMoved, now));
    }

    @Override
    public void trouble(Instant at, Problem problem) {
        screen.progress(fields.plus("  ")
                .plus("WAITING " + since(at) + ": " + problem.what() + ": " + problem.why(), Role.WARNING));
    }

    @Override
    public void waits(Instant at, String why) {
        screen.progress(fields.plus("  ").plus("PAUSED: " + why, Role.WARNING));
    }

    @Override
    public void wrote(Event event) {
        if (event instanceof Event.Planned planned) {
            screen.note(Line.of("More to do has turned up; the operation goes on with plan "
                    + planned.hash().brief() + ": " + planned.title()));
        } else if (event instanceof Event.Paused pause) {
            screen.note(Line.of("Paused: ", Role.WARNING).plus(pause.why()));
        } else if (event instanceof Event.WentOn on) {
            screen.note(Line.of("Going on: " + on.why()));
        } else if (event instanceof Event.Adjusted adjusted
                && adjusted.limits().because().isEmpty()) {
            screen.note(Line.of("Limits changed: " + adjusted.why()));
        } else if (event instanceof Event.Answered answered && answered.answer().equals("rejected")) {
            screen.note(Line.of("The cluster refused: ", Role.WARNING).plus(answered.detail()));
        }
    }
}
