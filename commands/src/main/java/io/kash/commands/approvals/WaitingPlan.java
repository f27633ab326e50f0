package io.kash.commands.approvals;

import java.util.regex.Pattern;

/** A plan that waits for an approval, by the first digits of its hash. */
public record WaitingPlan(String digits) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{4,64}");

    public WaitingPlan {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("'" + digits + "' is not the beginning of a hash: four digits or more");
        }
    }
}
