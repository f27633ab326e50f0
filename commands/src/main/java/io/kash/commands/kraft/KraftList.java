package io.kash.commands.kraft;

import io.kash.commands.change.QuorumOutlook;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Fact;
import io.kash.commands.view.Facts;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.completions.signature.Signature;
import io.kash.surgery.kafka.ControllerView;
import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.MetadataQuorumLook;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.quorum.Majority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The controllers of the metadata quorum, as the leader and each of them tell it. */
public final class KraftList extends ReadVerb {
    public KraftList(Session session) {
        super(
                Signature.of("kraft list", "KRaft", "List the controllers of the metadata quorum, each asked itself")
                        .details(
                                "LAG and IN SYNC are the leader's word: records it has more, and how long ago the controller"
                                        + " had all there was. FOLLOWS is the controller's own word: whom it takes for the leader."
                                        + " Brokers, which observe the quorum, too, are counted only. A quorum is dynamic when its"
                                        + " voters stand in the log (KIP-853); a static one has them in every server's configuration"
                                        + " and cannot be changed here.")
                        .example("kraft list")
                        .example("kraft list --query \"controllers[?role!='observer'].id\""),
                session);
    }

    @Override
    protected Answer answer(Words words) {
        Snapshot now = observe(new MetadataQuorumLook());
        MetadataQuorum quorum = now.part(MetadataQuorum.class);
        Map<Integer, String> zones =
                session().connection().environment().kraft().zones();
        List<ControllerView> controllers =
                quorum.controllers().stream().filter(ControllerView::controller).toList();
        List<String> notes = new ArrayList<>();
        int others = quorum.controllers().size() - controllers.size();
        if (others > 0) {
            notes.add(others + (others == 1 ? " node more observes" : " nodes more observe")
                    + " the quorum and " + (others == 1 ? "is no" : "are no") + " registered controller"
                    + (others == 1 ? "" : "s") + ": brokers do");
        }
        return new Answer(
                "kraft-list/1",
                Optional.of(now.observedAt()),
                List.of(
                        facts(quorum, zones),
                        Rows.of(
                                "controllers",
                                ControllerTable.of(quorum, zones),
                                controllers,
                                "the quorum has no controller")),
                notes,
                problems(quorum));
    }

    private static Facts facts(MetadataQuorum quorum, Map<Integer, String> zones) {
        Majority majority =
                Majority.of(quorum.voters().stream().map(ControllerView::id).toList(), zones);
        return Facts.of(
                "quorum",
                Line.EMPTY,
                Fact.of("configured", "Voters", quorum.dynamic() ? "dynamic" : "static")
                        .shown((quorum.dynamic() ? "dynamic" : "static: they cannot be changed here")
                                + " (kraft.version " + quorum.level() + ")"),
                Fact.data("kraftVersion", quorum.level()),
                Fact.of("bears", "Bears", new QuorumOutlook(majority).words()),
                Fact.of("leader", "Leader", quorum.leader())
                        .shown(
                                quorum.leader().isPresent()
                                        ? quorum.leader().getAsInt() + ", epoch " + quorum.epoch()
                                        : "none")
                        .role(quorum.leader().isPresent() ? Role.PLAIN : Role.BAD),
                Fact.data("epoch", quorum.epoch()),
                Fact.of("highWatermark", "Decided", quorum.highWatermark()).shown(quorum.highWatermark() + " records"));
    }

    private List<Problem> problems(MetadataQuorum quorum) {
        return quorum.leading().isPresent()
                ? List.of()
                : List.of(Problem.failed(
                        "the quorum has no leader",
                        session().connection().environment().name(),
                        "no majority of its voters agrees on one",
                        "start the controllers that are down"));
    }
}
