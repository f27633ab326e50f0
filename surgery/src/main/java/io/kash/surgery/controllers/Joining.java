package io.kash.surgery.controllers;

import io.kash.surgery.controllers.JoinControllers.Joiner;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ControllerEndpoint;
import io.kash.surgery.kafka.ControllerView;
import io.kash.surgery.kafka.ControllerWord;
import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.plan.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges controllers that are to join: which of them may, and as what. */
final class Joining {
    private static final String FOLLOWS =
            "a controller joins when it observes the quorum: a voter that is dead only makes" + " the majority larger";
    private static final String FORMAT =
            "format it with --cluster-id %s --no-initial-controllers, set controller.quorum.bootstrap.servers, start it";

    /** A controller that may join, and where the quorum is to find it. */
    record Fit(VoterKey key, ControllerEndpoint endpoint) {}

    private final MetadataQuorum quorum;
    private final Cluster cluster;
    private final List<Fit> fit = new ArrayList<>();
    private final List<Finding> refusals = new ArrayList<>();

    Joining(MetadataQuorum quorum, Cluster cluster) {
        this.quorum = quorum;
        this.cluster = cluster;
    }

    /** Those that may join, in the order given; those that vote already are left out. */
    List<Fit> fit() {
        return fit;
    }

    List<Finding> refusals() {
        return refusals;
    }

    void judge(Joiner joiner) {
        List<ControllerView> named = quorum.named(joiner.id());
        Optional<ControllerView> voter =
                named.stream().filter(ControllerView::votes).findFirst();
        List<ControllerView> observing =
                named.stream().filter(view -> !view.votes()).toList();
        if (voter.isPresent() && !observing.isEmpty()) {
            refuse(
                    "controller " + joiner.id() + " votes already with another directory: "
                            + voter.get().key().directory() + "; the one that observes has "
                            + directories(observing),
                    "a voter is its id and its directory together: the same id on another disk holds nothing of what the"
                            + " first one promised",
                    "give the new one an id nobody has, or take the voter out first: kraft retire " + joiner.id());
        } else if (voter.isPresent()) {
            return;
        } else if (observing.size() > 1) {
            refuse(
                    observing.size() + " controllers say that they are " + joiner.id() + ", with the directories "
                            + directories(observing),
                    "every node of a cluster has an id of its own",
                    "stop all but one of them; the leader forgets an observer after five minutes");
        } else if (observing.isEmpty()) {
            refusals.add(absent(joiner));
        } else {
            compare(observing.get(0));
        }
    }

    private static String directories(List<ControllerView> views) {
        return views.stream().map(view -> view.key().directory()).collect(Collectors.joining(", "));
    }

    private Finding absent(Joiner joiner) {
        Optional<ControllerWord> word = joiner.address().flatMap(quorum::at);
        String what = "controller " + joiner.id() + " does not observe the quorum";
        if (word.isPresent() && !word.get().answered()) {
            what = "controller " + joiner.id() + " does not answer at "
                    + joiner.address().orElseThrow() + ": " + word.get().problem();
        } else if (word.isPresent() && !word.get().clusterId().equals(quorum.clusterId())) {
            return another(joiner.id(), word.get());
        }
        return Finding.refusal(what, FOLLOWS, String.format(FORMAT, quorum.clusterId()));
    }

    private Finding another(int id, ControllerWord word) {
        return Finding.refusal(
                "controller " + id + " belongs to another cluster: " + word.clusterId() + ", not " + quorum.clusterId(),
                "a disk that was formatted for one cluster never joins another",
                "if nobody needs what is on it: " + String.format(FORMAT, quorum.clusterId()));
    }

    private void compare(ControllerView view) {
        int before = refusals.size();
        ControllerWord word = view.word();
        if (!view.controller() && cluster.broker(new BrokerId(view.id())).isPresent()) {
            refuse(
                    view.id() + " is a broker",
                    "a broker that is made a voter cannot lead, and Kafka does not refuse it ("
                            + KnownFault.BROKER_VOTES.report() + ")",
                    "kraft list shows which controllers observe the quorum");
            return;
        }
        if (word.joinsByItself()) {
            refusals.add(QuorumFitness.joinsByItself(view.id(), "it would not wait for its turn"));
        }
        if (word.release().isPresent() && word.release().getAsInt() < quorum.release()) {
            refuse(
                    "controller " + view.id() + " knows metadata.version up to "
                            + word.release().getAsInt() + ", the cluster is at " + quorum.release(),
                    "a controller that does not know the metadata cannot lead",
                    "install the release of the other controllers there");
        }
        quorum.unwell(view)
                .ifPresent(why -> refuse(
                        "controller " + view.id() + " " + why,
                        FOLLOWS,
                        view.inSync()
                                ? "let this host reach the controllers' listener; kraft.client in the environments file"
                                        + " says how"
                                : "start it, or wait until it is in sync"));
        if (refusals.size() > before) {
            return;
        }
        if (view.endpoint().isEmpty()) {
            refuse(
                    "controller " + view.id() + " observes the quorum and is not registered",
                    "the quorum is told where it finds a voter, by its registration",
                    "wait until it has started; its log says what it waits for");
        } else {
            fit.add(new Fit(view.key(), view.endpoint().get()));
        }
    }

    private void refuse(String what, String limit, String lift) {
        refusals.add(Finding.refusal(what, limit, lift));
    }
}
