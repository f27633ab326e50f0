package io.kash.commands.ops;

import io.kash.commands.view.Units;
import io.kash.surgery.operation.Event;

/** Events of a journal in words. */
public final class EventWords {
    private EventWords() {}

    public static String name(Event event) {
        String name = event.getClass().getSimpleName();
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }

    public static String detail(Event event) {
        if (event instanceof Event.Planned planned) {
            return planned.hash().brief() + " " + planned.title();
        }
        if (event instanceof Event.Consented consented) {
            return consented.how();
        }
        if (event instanceof Event.Approved approved) {
            return "by " + approved.by() + ", for " + approved.driver();
        }
        if (event instanceof Event.BrokeGlass glass) {
            return glass.by() + ", alone: " + glass.reason();
        }
        if (event instanceof Event.Taken taken) {
            return taken.by();
        }
        if (event instanceof Event.Found found) {
            return Units.count(found.ledger().values().size(), "setting") + " as found";
        }
        if (event instanceof Event.Intended intended) {
            return intended.effect().title();
        }
        if (event instanceof Event.Answered answered) {
            return (answered.answer() + " " + answered.detail()).strip();
        }
        if (event instanceof Event.StepDone done) {
            return "step " + (done.step() + 1) + " of plan " + (done.plan() + 1);
        }
        if (event instanceof Event.Restored restored) {
            return "hold " + (restored.hold() + 1) + " of plan " + (restored.plan() + 1);
        }
        if (event instanceof Event.Paused paused) {
            return paused.why();
        }
        if (event instanceof Event.WentOn on) {
            return on.why();
        }
        if (event instanceof Event.Adjusted adjusted) {
            return adjusted.why();
        }
        if (event instanceof Event.Cancelled cancelled) {
            return cancelled.why();
        }
        return event instanceof Event.Stopped stopped ? stopped.why() : "";
    }
}
