package io.kash.surgery.terraform;

import java.util.Optional;

/** What the cloud itself says of things Terraform keeps. */
public interface CloudFacts {
    /** Nobody asks a cloud. */
    CloudFacts NOT_ASKED = new CloudFacts() {
        @Override
        public Told network(String id) {
            return Told.NOT_ASKED;
        }

        @Override
        public Told machine(String id) {
            return Told.NOT_ASKED;
        }

        @Override
        public Told group(String name) {
            return Told.NOT_ASKED;
        }
    };

    /**
     * An answer.
     *
     * @param asked whether there is one
     * @param value empty when the thing is not there any more
     */
    record Told(boolean asked, Optional<String> value) {
        public static final Told NOT_ASKED = new Told(false, Optional.empty());
        public static final Told GONE = new Told(true, Optional.empty());

        public static Told of(String value) {
            return new Told(true, Optional.of(value));
        }

        /** Whether what Terraform keeps is not so any more. */
        boolean contradicts(String kept) {
            return asked && !value.equals(Optional.of(kept));
        }
    }

    /** The subnet's range, by its id. */
    Told network(String id);

    /** The private address of an instance or interface, by its id. */
    Told machine(String id);

    /** The group's name, by its name. */
    Told group(String name);
}
