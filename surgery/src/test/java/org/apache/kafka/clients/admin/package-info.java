/** Makes answers of Kafka's client whose constructors only this package may call. */
@NullMarked
package org.apache.kafka.clients.admin;

import org.jspecify.annotations.NullMarked;
