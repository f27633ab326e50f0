package io.kash.commands.verb;

import io.kash.completions.signature.ValueType;
import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.environment.EnvironmentName;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.ControllerName;
import io.kash.surgery.kafka.GroupId;
import io.kash.surgery.kafka.Setting;
import io.kash.surgery.kafka.TopicGlob;
import io.kash.surgery.kafka.TopicName;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.zookeeper.NodePath;
import io.kash.surgery.zookeeper.ServerAddress;
import io.kash.surgery.zookeeper.ServerName;

/** The types of values that command lines name, each in one place. */
public final class ValueTypes {
    public static final ValueType<BrokerId> BROKER = new ValueType<>(BrokerId.class, "broker", BrokerId::of);
    public static final ValueType<TopicName> TOPIC = new ValueType<>(TopicName.class, "topic", TopicName::new);
    public static final ValueType<TopicGlob> TOPICS = new ValueType<>(TopicGlob.class, "glob", TopicGlob::new);
    public static final ValueType<TopicPartition> PARTITION =
            new ValueType<>(TopicPartition.class, "partition", TopicPartition::of);
    public static final ValueType<GroupId> GROUP = new ValueType<>(GroupId.class, "group", GroupId::new);
    public static final ValueType<EnvironmentName> ENVIRONMENT =
            new ValueType<>(EnvironmentName.class, "environment", EnvironmentName::new);
    public static final ValueType<ServerAddress> SERVER =
            new ValueType<>(ServerAddress.class, "server", ServerAddress::new);
    public static final ValueType<ServerName> ENSEMBLE_SERVER =
            new ValueType<>(ServerName.class, "server", ServerName::new);
    public static final ValueType<ControllerName> CONTROLLER =
            new ValueType<>(ControllerName.class, "controller", ControllerName::new);
    public static final ValueType<NodePath> NODE = new ValueType<>(NodePath.class, "path", NodePath::new);
    public static final ValueType<Setting> SETTING = new ValueType<>(Setting.class, "key=value", Setting::of);
    public static final ValueType<ByteRate> RATE = new ValueType<>(ByteRate.class, "rate", ByteRate::of);

    private ValueTypes() {}
}
