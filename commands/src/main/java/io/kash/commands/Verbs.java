package io.kash.commands;

import io.kash.commands.broker.BrokerList;
import io.kash.commands.broker.BrokerShow;
import io.kash.commands.env.EnvList;
import io.kash.commands.env.EnvShow;
import io.kash.commands.groups.GroupsLag;
import io.kash.commands.groups.GroupsList;
import io.kash.commands.reassignments.ReassignmentsList;
import io.kash.commands.session.FirstSeen;
import io.kash.commands.session.Ownership;
import io.kash.commands.session.RecentOperations;
import io.kash.commands.session.Session;
import io.kash.commands.status.Status;
import io.kash.commands.throttles.ThrottlesList;
import io.kash.commands.topics.TopicsList;
import io.kash.commands.topics.TopicsShow;
import io.kash.commands.verb.Verb;
import io.kash.commands.zk.ZkList;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Every command that acts on an environment. A new command is added here and nowhere else. */
public final class Verbs {
    private static final Duration STATUS_LIMIT = Duration.ofSeconds(10);

    private Verbs() {}

    public static List<Verb> of(
            Session session, Ownership ownership, FirstSeen firstSeen, RecentOperations operations) {
        return List.of(
                new EnvList(session),
                new EnvShow(session),
                new Status(session, ownership, firstSeen, operations, threads(), STATUS_LIMIT),
                new BrokerList(session),
                new BrokerShow(session),
                new TopicsList(session),
                new TopicsShow(session),
                new GroupsList(session),
                new GroupsLag(session),
                new ReassignmentsList(session, ownership, firstSeen),
                new ThrottlesList(session, ownership, firstSeen),
                new ZkList(session));
    }

    /** Threads that never keep the shell from ending, whatever an engine does. */
    private static ExecutorService threads() {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "status");
            thread.setDaemon(true);
            return thread;
        });
    }
}
