package io.kash.surgery.traffic;

import java.util.List;

/**
 * One thing that evidence claims.
 *
 * @param name for programs: {@code end-offsets}
 * @param says what holds when it holds, in a sentence without its end mark
 * @param rests what it was judged by
 * @param facts what was seen that speaks against it or leaves it open, or how much it was seen of; text from the
 *     cluster is in it as it came
 */
public record Claim(String name, String says, Verdict verdict, Basis rests, List<String> facts) {
    /** How a claim stands. */
    public enum Verdict {
        HOLDS("holds"),
        BROKEN("BROKEN"),
        NOT_KNOWN("not known");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What claims are judged by. */
    public enum Basis {
        /** Records written while it ran and read back at its end. */
        CANARY("canary"),
        /** Offsets and leader epochs of every log before and after. */
        WATERMARKS("watermarks"),
        /** What the controller and the brokers say of assignments and settings. */
        METADATA("metadata");

        private final String word;

        Basis(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Claim {
        facts = List.copyOf(facts);
    }

    public boolean broken() {
        return verdict == Verdict.BROKEN;
    }
}
