package io.kash.surgery.terraform;

import io.kash.surgery.terraform.CloudFacts.Told;
import java.util.Optional;

/**
 * One thing that an environment and Terraform may say.
 *
 * @param key where it stands in the environment
 * @param here what the environment says
 * @param there what Terraform keeps
 * @param name what it is called in Terraform; empty for what only the environment says
 * @param cloud what the cloud says
 */
public record Difference(String key, Optional<String> here, Optional<String> there, String name, Told cloud) {

    /** How the two differ. */
    public enum State {
        SAME("same"),
        /** Only Terraform has it. */
        NEW("new"),
        DIFFERS("differs"),
        /** Only the environment has it. */
        ONLY_HERE("only here"),
        /** The cloud says otherwise than Terraform. */
        STALE("stale");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public State state() {
        if (there.filter(cloud::contradicts).isPresent()) {
            return State.STALE;
        }
        if (there.isEmpty()) {
            return State.ONLY_HERE;
        }
        if (here.isEmpty()) {
            return State.NEW;
        }
        return here.equals(there) ? State.SAME : State.DIFFERS;
    }
}
