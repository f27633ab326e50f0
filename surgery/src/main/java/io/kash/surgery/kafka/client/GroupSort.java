package io.kash.surgery.kafka.client;

import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupType;

/** Which call describes a group. */
enum GroupSort {
    /** Consumers of either protocol, and offsets committed without a group being joined. */
    CONSUMER,
    /** The classic protocol used by something else, such as Connect. */
    OTHER_CLASSIC,
    SHARE,
    STREAMS;

    /** Brokers below 3.8 do not say the type; there is none but the classic one on them. */
    static GroupSort of(GroupListing listing) {
        GroupType type = listing.type().orElse(GroupType.CLASSIC);
        if (type == GroupType.SHARE) {
            return SHARE;
        }
        if (type == GroupType.STREAMS) {
            return STREAMS;
        }
        boolean consumers = listing.protocol().isEmpty() || listing.protocol().equals("consumer");
        return type == GroupType.CONSUMER || consumers ? CONSUMER : OTHER_CLASSIC;
    }
}
