package io.kash.surgery.repertoire;

import io.kash.surgery.controllers.JoinController;
import io.kash.surgery.controllers.JoinControllerPace;
import io.kash.surgery.controllers.JoinControllers;
import io.kash.surgery.controllers.JoinControllersPlanner;
import io.kash.surgery.controllers.RemoveController;
import io.kash.surgery.controllers.RemoveControllerPace;
import io.kash.surgery.controllers.RetireControllers;
import io.kash.surgery.controllers.RetireControllersPlanner;
import io.kash.surgery.hook.FeedHook;
import io.kash.surgery.hook.RunHook;
import io.kash.surgery.kafka.AddVoter;
import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.ElectPreferred;
import io.kash.surgery.kafka.RemoveVoter;
import io.kash.surgery.leadership.ElectLeaders;
import io.kash.surgery.leadership.ElectPace;
import io.kash.surgery.leadership.ElectPlanner;
import io.kash.surgery.leadership.ElectRequest;
import io.kash.surgery.membership.JoinPace;
import io.kash.surgery.membership.JoinPlanner;
import io.kash.surgery.membership.JoinRequest;
import io.kash.surgery.membership.JoinServer;
import io.kash.surgery.membership.LeaveName;
import io.kash.surgery.membership.LeaveNamePace;
import io.kash.surgery.membership.RemovePace;
import io.kash.surgery.membership.RemoveServer;
import io.kash.surgery.membership.RetirePlanner;
import io.kash.surgery.membership.RetireRequest;
import io.kash.surgery.membership.StopPace;
import io.kash.surgery.membership.StopServer;
import io.kash.surgery.membership.Sweep;
import io.kash.surgery.membership.SweepPace;
import io.kash.surgery.membership.SweepPlanner;
import io.kash.surgery.membership.SweepRequest;
import io.kash.surgery.movement.AdoptPlanner;
import io.kash.surgery.movement.AdoptRequest;
import io.kash.surgery.movement.AssignPlanner;
import io.kash.surgery.movement.AssignRequest;
import io.kash.surgery.movement.CancelPace;
import io.kash.surgery.movement.CancelPlanner;
import io.kash.surgery.movement.CancelReassignments;
import io.kash.surgery.movement.CancelRequest;
import io.kash.surgery.movement.LinkPace;
import io.kash.surgery.movement.MovePlanner;
import io.kash.surgery.movement.MoveReplicas;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.naming.HideInstance;
import io.kash.surgery.operation.Repertoire;
import io.kash.surgery.placement.LivePlacement;
import io.kash.surgery.rolling.RestartBroker;
import io.kash.surgery.rolling.RollPace;
import io.kash.surgery.rolling.RollPlanner;
import io.kash.surgery.rolling.RollRequest;
import io.kash.surgery.throttle.ReplicationThrottle;
import io.kash.surgery.throttle.RestorePace;
import io.kash.surgery.throttle.RestorePlanner;
import io.kash.surgery.throttle.RestoreRequest;
import io.kash.surgery.throttle.RestoreThrottle;
import io.kash.surgery.zookeeper.MarkEnsemble;
import io.kash.surgery.zookeeper.Reconfigure;

/** The one list of kinds. A new engine adds its lines here. */
public final class Repertoires {
    private Repertoires() {}

    public static Repertoire standard() {
        return new Repertoire()
                .plans(
                        MoveRequest.KIND,
                        MoveRequest.class,
                        (json, environment) -> new MovePlanner(json, environment, new LivePlacement()))
                .plans(AssignRequest.KIND, AssignRequest.class, AssignPlanner::new)
                .plans(AdoptRequest.KIND, AdoptRequest.class, AdoptPlanner::new)
                .plans(CancelRequest.KIND, CancelRequest.class, CancelPlanner::new)
                .plans(ElectRequest.KIND, ElectRequest.class, ElectPlanner::new)
                .plans(RestoreRequest.KIND, RestoreRequest.class, RestorePlanner::new)
                .plans(JoinRequest.KIND, JoinRequest.class, JoinPlanner::new)
                .plans(RetireRequest.KIND, RetireRequest.class, RetirePlanner::new)
                .plans(SweepRequest.KIND, SweepRequest.class, SweepPlanner::new)
                .plans(RollRequest.KIND, RollRequest.class, RollPlanner::new)
                .plans(JoinControllers.KIND, JoinControllers.class, JoinControllersPlanner::new)
                .plans(RetireControllers.KIND, RetireControllers.class, RetireControllersPlanner::new)
                .performs(MoveReplicas.KIND, MoveReplicas.class, new LinkPace())
                .performs(CancelReassignments.KIND, CancelReassignments.class, new CancelPace())
                .performs(ElectLeaders.KIND, ElectLeaders.class, new ElectPace())
                .performs(RestoreThrottle.KIND, RestoreThrottle.class, new RestorePace())
                .performs(JoinServer.KIND, JoinServer.class, new JoinPace())
                .performs(RemoveServer.KIND, RemoveServer.class, new RemovePace())
                .performs(LeaveName.KIND, LeaveName.class, new LeaveNamePace())
                .performs(StopServer.KIND, StopServer.class, new StopPace())
                .performs(Sweep.KIND, Sweep.class, new SweepPace())
                .performs(RestartBroker.KIND, RestartBroker.class, new RollPace())
                .performs(JoinController.KIND, JoinController.class, new JoinControllerPace())
                .performs(RemoveController.KIND, RemoveController.class, new RemoveControllerPace())
                .knows(RunHook.KIND, RunHook.class)
                .knows(HideInstance.KIND, HideInstance.class)
                .knows(FeedHook.KIND, FeedHook.class)
                .knows(ReplicationThrottle.KIND, ReplicationThrottle.class)
                .knows(AlterReassignments.KIND, AlterReassignments.class)
                .knows(AlterConfigs.KIND, AlterConfigs.class)
                .knows(ElectPreferred.KIND, ElectPreferred.class)
                .knows(Reconfigure.KIND, Reconfigure.class)
                .knows(MarkEnsemble.KIND, MarkEnsemble.class)
                .knows(AddVoter.KIND, AddVoter.class)
                .knows(RemoveVoter.KIND, RemoveVoter.class);
    }
}
