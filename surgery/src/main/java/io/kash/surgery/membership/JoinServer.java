package io.kash.surgery.membership;

import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Likeness;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.MembershipLook;
import io.kash.surgery.zookeeper.ServerView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Makes one running server a voter: first an observer, which counts for nothing, then, when its own client port shows what
 * the ensemble holds, a voter (ZooKeeper Dynamic Reconfiguration guide, "Adding servers").
 *
 * <p>What happens when it fails half-way: the configuration says how far it came. A server that is an observer hurts
 * nobody and is gone on with; a voter that is not in sync yet is waited for before anything else is changed.
 *
 * @param server as it will be in the configuration, a participant
 * @param before the members when its turn comes
 * @param mark written into the tree once it is an observer; it must show it before it votes
 * @param settle how long all members must have been well before it votes, and again before the step is done
 */
public record JoinServer(Member server, List<Member> before, String mark, Duration settle) implements Step {
    public static final Kind KIND = Kind.of("zookeeper.join-server/1");

    public JoinServer {
        before = List.copyOf(before);
    }

    /** How far it is. */
    enum Phase {
        /** It is to become an observer. */
        OUTSIDE,
        /** It is one, and has to show that it holds what the ensemble holds. */
        OBSERVING,
        /** It votes, and everybody has to agree and to stay well for a while. */
        VOTING,
        /** It voted before others joined or left. */
        OVERTAKEN,
        /** Somebody else has changed who belongs to the ensemble. */
        FOREIGN,
        /** The ensemble does not say who belongs to it. */
        UNKNOWN
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "join server " + server.id();
    }

    @Override
    public Scope scope() {
        TreeSet<String> joiner =
                new TreeSet<>(server.clientAddress().map(List::of).orElse(List.of()));
        TreeSet<String> others = new TreeSet<>(Membership.clients(before));
        others.addAll(joiner);
        return Scope.of(new MembershipLook(others, joiner, true));
    }

    /** Who belongs to the ensemble when it is done. */
    public List<Member> after() {
        return new Configuration(0, with(server)).members();
    }

    private List<Member> with(Member one) {
        List<Member> members = new ArrayList<>(before);
        members.removeIf(member -> member.id() == one.id());
        members.add(one);
        return new Configuration(0, members).members();
    }

    Phase phase(Membership now) {
        Optional<Configuration> configuration = now.configuration();
        if (configuration.isEmpty()) {
            return Phase.UNKNOWN;
        }
        List<Member> members = configuration.get().members();
        if (members.equals(after())) {
            return Phase.VOTING;
        }
        if (members.contains(server)) {
            return Phase.OVERTAKEN;
        }
        if (members.equals(with(server.as(Member.Role.OBSERVER)))) {
            return Phase.OBSERVING;
        }
        return members.equals(before) ? Phase.OUTSIDE : Phase.FOREIGN;
    }

    @Override
    public Standing standing(Snapshot now) {
        Membership membership = now.part(Membership.class);
        return switch (phase(membership)) {
            case UNKNOWN ->
                new Standing.Blocked("the ensemble cannot be changed now: "
                        + membership.broken(before).orElse("its leader does not say who belongs to it"));
            case FOREIGN ->
                new Standing.Foreign("the ensemble has servers "
                        + Ids.of(membership.configuration().orElseThrow().members()) + "; this step expects "
                        + Ids.of(before) + " and " + server.id());
            case OVERTAKEN -> Standing.DONE;
            case VOTING -> voting(membership, now);
            case OBSERVING -> unlike(membership).orElseGet(() -> ready(membership, Standing.UNDERWAY));
            case OUTSIDE -> ready(membership, Standing.READY);
        };
    }

    private Standing voting(Membership membership, Snapshot now) {
        List<Member> voters = after().stream().filter(Member::votes).toList();
        Optional<String> broken = membership.broken(voters);
        if (broken.isPresent()) {
            return new Standing.Blocked("server " + server.id() + " votes; now " + broken.get());
        }
        return membership.settled(after(), settle, now.observedAt()) ? Standing.DONE : Standing.UNDERWAY;
    }

    /** A server that holds something else than the ensemble must never vote, however long is waited. */
    private Optional<Standing> unlike(Membership membership) {
        return membership
                .server(server)
                .flatMap(ServerView::likeness)
                .filter(likeness -> likeness.mark().equals(mark))
                .map(Likeness::differing)
                .filter(differing -> !differing.isEmpty())
                .map(differing -> new Standing.Foreign("server " + server.id()
                        + " holds another tree than the leader: they differ at " + String.join(", ", differing)));
    }

    private Standing ready(Membership membership, Standing otherwise) {
        List<Member> voters = before.stream().filter(Member::votes).toList();
        Optional<String> broken = membership.broken(voters).or(() -> absent(membership));
        return broken.<Standing>map(why -> new Standing.Blocked("server " + server.id() + " waits: " + why))
                .orElse(otherwise);
    }

    private Optional<String> absent(Membership membership) {
        Optional<ServerView> joiner = membership.server(server);
        if (joiner.isEmpty() || !joiner.get().answered()) {
            return Optional.of("it does not answer"
                    + joiner.map(view -> " (" + view.problem() + ")").orElse(""));
        }
        return joiner.get().leads() ? Optional.of("it leads an ensemble of its own") : Optional.empty();
    }

    /** Whether the server shows at its own client port what the ensemble holds. */
    boolean proven(Membership now) {
        return now.server(server)
                .flatMap(ServerView::likeness)
                .filter(likeness ->
                        likeness.mark().equals(mark) && likeness.differing().isEmpty())
                .isPresent();
    }

    @Override
    public Snapshot project(Snapshot before) {
        return Projection.of(before, after());
    }

    /** In flight only from the vote on: an observer may stay one for as long as anybody likes. */
    @Override
    public Progress progress(Snapshot now) {
        Standing standing = standing(now);
        boolean done = standing.equals(Standing.DONE);
        boolean voting = phase(now.part(Membership.class)) == Phase.VOTING;
        return new Progress(Progress.Unit.SERVERS, done ? 1 : 0, 1, voting && !done ? 1 : 0);
    }
}
