package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.ControllerEndpoint;
import io.kash.surgery.kafka.ControllerView;
import io.kash.surgery.kafka.ControllerWord;
import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.kafka.client.ControllerCalls.Answer;
import io.kash.surgery.kafka.client.ControllerCalls.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.QuorumInfo.ReplicaState;
import org.apache.kafka.clients.admin.RaftVoterEndpoint;
import org.apache.kafka.common.Uuid;

/** Turns the client's answers into the quorum as surgery sees it. */
record QuorumMapping(QuorumInfo info, FeatureMetadata features, String clusterId) {
    /** Where voters are, as the log of voters says. */
    SortedMap<Integer, Place> places() {
        SortedMap<Integer, Place> places = new TreeMap<>();
        info.nodes().forEach((id, node) -> node.endpoints().stream()
                .findFirst()
                .ifPresent(endpoint -> places.put(id, new Place(endpoint.host(), endpoint.port()))));
        return places;
    }

    SortedSet<Integer> observers() {
        SortedSet<Integer> ids = new TreeSet<>();
        info.observers().forEach(replica -> ids.add(replica.replicaId()));
        return ids;
    }

    /** Where controllers registered themselves: the leader's word, else that of anybody who has one. */
    SortedMap<Integer, Place> registered(Map<Integer, Answer> answers) {
        Answer leader = answers.get(info.leaderId());
        if (leader != null && leader.word().answered()) {
            return leader.registered();
        }
        return answers.values().stream()
                .map(Answer::registered)
                .filter(registered -> !registered.isEmpty())
                .findFirst()
                .orElseGet(TreeMap::new);
    }

    MetadataQuorum quorum(
            Map<Integer, Answer> words, Map<Integer, Place> registered, SortedMap<String, ControllerWord> asked) {
        List<ControllerView> views = new ArrayList<>();
        info.voters()
                .forEach(replica -> views.add(view(
                        replica,
                        replica.replicaId() == info.leaderId() ? ControllerView.Role.LEADER : ControllerView.Role.VOTER,
                        words,
                        registered)));
        info.observers().forEach(replica -> views.add(view(replica, ControllerView.Role.OBSERVER, words, registered)));
        return new MetadataQuorum(
                clusterId,
                level(),
                finalized("metadata.version"),
                info.leaderId() < 0 ? OptionalInt.empty() : OptionalInt.of(info.leaderId()),
                info.leaderEpoch(),
                info.highWatermark(),
                views,
                asked);
    }

    /**
     * Releases before 4.1 finalize {@code kraft.version} and report 0 all the same (KAFKA-18602). Voters have directories
     * only where they stand in the log.
     */
    private int level() {
        boolean directories = !info.voters().isEmpty()
                && info.voters().stream()
                        .noneMatch(voter -> voter.replicaDirectoryId().equals(Uuid.ZERO_UUID));
        return Math.max(finalized("kraft.version"), directories ? 1 : 0);
    }

    private int finalized(String feature) {
        FinalizedVersionRange range = features.finalizedFeatures().get(feature);
        return range == null ? 0 : range.maxVersionLevel();
    }

    private ControllerView view(
            ReplicaState replica,
            ControllerView.Role role,
            Map<Integer, Answer> words,
            Map<Integer, Place> registered) {
        int id = replica.replicaId();
        Answer answer = words.get(id);
        return new ControllerView(
                new VoterKey(id, replica.replicaDirectoryId().toString()),
                role,
                Math.max(0, endOfLog() - replica.logEndOffset()),
                ago(replica.lastFetchTimestamp()),
                ago(replica.lastCaughtUpTimestamp()),
                role != ControllerView.Role.OBSERVER || registered.containsKey(id),
                endpoint(id, registered),
                answer == null ? ControllerWord.silent("nobody says where it is") : answer.word(),
                Optional.empty());
    }

    /** A voter's as the log of voters has it; an observer's as it registered, under the voters' listener. */
    private Optional<ControllerEndpoint> endpoint(int id, Map<Integer, Place> registered) {
        QuorumInfo.Node voter = info.nodes().get(id);
        if (voter != null && !voter.endpoints().isEmpty()) {
            RaftVoterEndpoint endpoint = voter.endpoints().get(0);
            return Optional.of(new ControllerEndpoint(endpoint.listener(), endpoint.host(), endpoint.port()));
        }
        Place place = registered.get(id);
        return place == null
                ? Optional.empty()
                : listener().map(listener -> new ControllerEndpoint(listener, place.host(), place.port()));
    }

    private Optional<String> listener() {
        return info.nodes().values().stream()
                .flatMap(node -> node.endpoints().stream())
                .map(RaftVoterEndpoint::listener)
                .findFirst();
    }

    private Optional<ReplicaState> leading() {
        return info.voters().stream()
                .filter(replica -> replica.replicaId() == info.leaderId())
                .findFirst();
    }

    private long endOfLog() {
        return leading().map(ReplicaState::logEndOffset).orElse(info.highWatermark());
    }

    /** By the leader's clock, which is the only one that counted. */
    private OptionalLong ago(OptionalLong timestamp) {
        OptionalLong now = leading().map(ReplicaState::lastCaughtUpTimestamp).orElse(OptionalLong.empty());
        return timestamp.isEmpty() || timestamp.getAsLong() < 0 || now.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, now.getAsLong() - timestamp.getAsLong()));
    }
}
