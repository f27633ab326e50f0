package io.kash.surgery.audit;

import io.kash.surgery.coordination.Store;
import java.util.Optional;

/**
 * The end of a session journal at some time. A copy of it in the environment's store shows later that the file was cut or
 * written anew.
 */
public record Head(long lines, String seal) {
    private static final String ROOT = "audit/";

    /** Keeps it, in the place of an earlier one. False when somebody else has kept one at the same moment. */
    public boolean keep(Store store, String place) {
        Optional<Store.Entry> before = store.get(ROOT + place);
        return store.putIf(
                        ROOT + place,
                        lines + " " + seal,
                        before.map(Store.Entry::version).orElse(Store.ABSENT))
                .isPresent();
    }

    /** The one kept last. A text of another form is none. */
    public static Optional<Head> kept(Store store, String place) {
        return store.get(ROOT + place)
                .map(Store.Entry::value)
                .filter(text -> text.matches("[0-9]{1,18} [0-9a-f]{64}"))
                .map(text -> new Head(
                        Long.parseLong(text.substring(0, text.indexOf(' '))), text.substring(text.indexOf(' ') + 1)));
    }

    /** The name of one user on one machine, as a key may hold it. */
    public static String place(String host, String user) {
        return (host + "-" + user).replaceAll("[^A-Za-z0-9_-]", "_");
    }
}
