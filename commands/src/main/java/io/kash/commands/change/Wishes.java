package io.kash.commands.change;

import io.kash.commands.session.Interrupts;
import io.kash.surgery.coordination.StoreUnavailable;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.ControlRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the operator at this shell and all others want of an operation: Ctrl-C here counts at once, and what others have
 * said is read anew five times a second. An operation whose second operator has left pauses until that operator is back.
 */
final class Wishes implements Supplier<Control> {
    private static final long FRESH_NANOS = Duration.ofMillis(200).toNanos();

    private final Interrupts here;
    private final ControlRecord others;
    private final Company company;
    private final LongSupplier nanoTime;
    private Control last = Control.RUN;
    private Optional<String> lonely = Optional.empty();
    private long readAtNanos;
    private boolean read;

    Wishes(Interrupts here, ControlRecord others, Company company, LongSupplier nanoTime) {
        this.here = here;
        this.others = others;
        this.company = company;
        this.nanoTime = nanoTime;
    }

    @Override
    public Control get() {
        int asked = here.count();
        if (asked > 1) {
            return said().with(Control.Wish.LEAVE, Control.LEAVE.said());
        }
        return asked == 1 ? said().with(Control.Wish.STOP, Control.STOP.said()) : said();
    }

    /** Nobody's wish but the environment's: without the second operator nothing new is started. */
    private Control inCompany(Control said) {
        if (said.wish() != Control.Wish.RUN) {
            return said;
        }
        Optional<String> missing = company.missing();
        missing.ifPresent(name -> lonely = Optional.of(name + " is back"));
        return missing.map(name -> said.with(Control.Wish.PAUSE, name + ", who approved it, is not here"))
                .or(() -> lonely.map(back -> said.with(Control.Wish.RUN, back)))
                .orElse(said);
    }

    private Control said() {
        long now = nanoTime.getAsLong();
        if (!read || now - readAtNanos >= FRESH_NANOS) {
            readAtNanos = now;
            read = true;
            try {
                last = inCompany(others.read());
            } catch (StoreUnavailable e) {
                // What was last heard stands; the runner pauses by itself before it sends anything.
                return last;
            }
        }
        return last;
    }
}
