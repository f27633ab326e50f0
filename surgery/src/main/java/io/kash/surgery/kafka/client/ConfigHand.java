package io.kash.surgery.kafka.client;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.operation.Reply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigsOptions;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Changes single settings (KIP-339). The client sends a broker's settings to that broker and those of topics to any, so
 * one dead broker leaves only its own change without an answer.
 */
final class ConfigHand implements Hand<AlterConfigs> {
    @Override
    public Reply send(AlterConfigs effect, Admin admin, Fence fence, Budget budget) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = byResource(effect);
        fence.check();
        Map<ConfigResource, KafkaFuture<Void>> answers = admin.incrementalAlterConfigs(
                        changes, new AlterConfigsOptions().timeoutMs(budget.leftMillis()))
                .values();
        Outcomes outcomes = new Outcomes(error -> false);
        answers.forEach((resource, answer) -> {
            try {
                budget.await(answer);
            } catch (KafkaFailure e) {
                outcomes.failed(nameOf(resource), e);
            }
        });
        return outcomes.reply();
    }

    static Map<ConfigResource, Collection<AlterConfigOp>> byResource(AlterConfigs effect) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new LinkedHashMap<>();
        for (AlterConfigs.Change change : effect.changes()) {
            changes.computeIfAbsent(resource(change), resource -> new ArrayList<>())
                    .add(operation(change));
        }
        return changes;
    }

    private static ConfigResource resource(AlterConfigs.Change change) {
        ConfigResource.Type type =
                switch (change.resource()) {
                    case BROKER -> ConfigResource.Type.BROKER;
                    case TOPIC -> ConfigResource.Type.TOPIC;
                };
        return new ConfigResource(type, change.name());
    }

    private static AlterConfigOp operation(AlterConfigs.Change change) {
        AlterConfigOp.OpType type =
                switch (change.operation()) {
                    case SET -> AlterConfigOp.OpType.SET;
                    case DELETE -> AlterConfigOp.OpType.DELETE;
                    case APPEND -> AlterConfigOp.OpType.APPEND;
                    case SUBTRACT -> AlterConfigOp.OpType.SUBTRACT;
                };
        String value = change.operation() == AlterConfigs.Operation.DELETE ? "" : change.value();
        return new AlterConfigOp(new ConfigEntry(change.key(), value), type);
    }

    private static String nameOf(ConfigResource resource) {
        return resource.type() == ConfigResource.Type.BROKER ? "broker " + resource.name() : resource.name();
    }
}
