package io.kash.commands;

import io.kash.commands.approvals.ApprovalsList;
import io.kash.commands.approvals.Approve;
import io.kash.commands.approvals.Veto;
import io.kash.commands.audit.AuditShow;
import io.kash.commands.audit.AuditTrail;
import io.kash.commands.audit.AuditVerify;
import io.kash.commands.broker.BrokerDrain;
import io.kash.commands.broker.BrokerList;
import io.kash.commands.broker.BrokerRoll;
import io.kash.commands.broker.BrokerShow;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.doctor.Doctor;
import io.kash.commands.env.EnvImport;
import io.kash.commands.env.EnvList;
import io.kash.commands.env.EnvShow;
import io.kash.commands.groups.GroupsLag;
import io.kash.commands.groups.GroupsList;
import io.kash.commands.kraft.KraftJoin;
import io.kash.commands.kraft.KraftList;
import io.kash.commands.kraft.KraftRetire;
import io.kash.commands.leaders.LeadersElect;
import io.kash.commands.operator.OperatorInit;
import io.kash.commands.operator.OperatorShow;
import io.kash.commands.ops.Journals;
import io.kash.commands.ops.OpsCancel;
import io.kash.commands.ops.OpsList;
import io.kash.commands.ops.OpsPause;
import io.kash.commands.ops.OpsResume;
import io.kash.commands.ops.OpsShow;
import io.kash.commands.ops.OpsThrottle;
import io.kash.commands.ops.OpsUndo;
import io.kash.commands.ops.OpsWatch;
import io.kash.commands.ops.OpsWindow;
import io.kash.commands.plan.PlanOffline;
import io.kash.commands.reassignments.ReassignmentsAdopt;
import io.kash.commands.reassignments.ReassignmentsCancel;
import io.kash.commands.reassignments.ReassignmentsList;
import io.kash.commands.session.FirstSeen;
import io.kash.commands.session.Session;
import io.kash.commands.status.Status;
import io.kash.commands.throttles.ThrottlesList;
import io.kash.commands.throttles.ThrottlesRestore;
import io.kash.commands.topics.TopicsList;
import io.kash.commands.topics.TopicsMove;
import io.kash.commands.topics.TopicsRebalance;
import io.kash.commands.topics.TopicsShow;
import io.kash.commands.traffic.EvidenceShow;
import io.kash.commands.traffic.Traffic;
import io.kash.commands.verb.Verb;
import io.kash.commands.zk.ZkAddresses;
import io.kash.commands.zk.ZkConfig;
import io.kash.commands.zk.ZkGet;
import io.kash.commands.zk.ZkJoin;
import io.kash.commands.zk.ZkList;
import io.kash.commands.zk.ZkRender;
import io.kash.commands.zk.ZkRepoint;
import io.kash.commands.zk.ZkRetire;
import io.kash.commands.zk.ZkSessions;
import io.kash.commands.zk.ZkShow;
import io.kash.commands.zk.ZkTree;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Every command that acts on an environment. A new command is added here and nowhere else. */
public final class Verbs {
    private static final Duration STATUS_LIMIT = Duration.ofSeconds(10);

    private Verbs() {}

    public static List<Verb> of(Session session, FirstSeen firstSeen, OperatingRoom room, AuditTrail trail) {
        Journals journals = new Journals(session, room);
        return List.of(
                new EnvList(session),
                new EnvShow(session),
                new EnvImport(session),
                new Status(session, journals, firstSeen, journals, threads(), STATUS_LIMIT),
                new Doctor(session, room, journals, firstSeen, threads(), STATUS_LIMIT),
                new BrokerList(session),
                new BrokerShow(session),
                new TopicsList(session),
                new TopicsShow(session),
                new GroupsList(session),
                new GroupsLag(session),
                new ReassignmentsList(session, journals, firstSeen),
                new ThrottlesList(session, journals, firstSeen),
                new ZkList(session),
                new ZkJoin(session, room),
                new ZkRetire(session, room),
                new ZkRepoint(session, room),
                new ZkShow(session),
                new ZkConfig(session),
                new ZkSessions(session),
                new ZkTree(session),
                new ZkGet(session),
                new ZkAddresses(session),
                new ZkRender(session),
                new KraftList(session),
                new KraftJoin(session, room),
                new KraftRetire(session, room),
                new TopicsMove(session, room),
                new TopicsRebalance(session, room),
                new BrokerDrain(session, room),
                new BrokerRoll(session, room),
                new PlanOffline(session),
                new LeadersElect(session, room),
                new ReassignmentsAdopt(session, room, journals),
                new ReassignmentsCancel(session, room, journals),
                new ThrottlesRestore(session, room),
                new OpsList(session, room),
                new OpsShow(session, room),
                new OpsWatch(session, room),
                new OpsPause(session, room),
                new OpsThrottle(session, room),
                new OpsWindow(session, room),
                new OpsResume(session, room),
                new OpsCancel(session, room),
                new AuditShow(session, room, trail),
                new AuditVerify(session, room, trail),
                new OpsUndo(session, room),
                new EvidenceShow(session, room),
                new Traffic(session, room),
                new ApprovalsList(session, room),
                new Approve(session, room),
                new Veto(session, room),
                new OperatorInit(session, room),
                new OperatorShow(session, room));
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
