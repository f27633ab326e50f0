package io.kash.surgery.membership;

import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.MembershipLook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Takes one server out of the ensemble, and then lets the rest take a write: a removal is over when the rest decides
 * without the one removed, not when it is answered (ZooKeeper Dynamic Reconfiguration guide, "Removing servers"). When it
 * is the leader, its removal is the hand-over.
 *
 * <p>What happens when it fails half-way: the configuration says whether it is out, and the mark whether the rest has
 * taken a write since. An answer that was lost is not asked for again before both were looked at.
 *
 * @param server as it is in the configuration
 * @param before the members when its turn comes
 * @param mark what the rest has to write once it is out
 * @param settle how long those that stay must have been well before, and again after
 */
public record RemoveServer(Member server, List<Member> before, String mark, Duration settle) implements Step {
    public static final Kind KIND = Kind.of("zookeeper.remove-server/1");

    public RemoveServer {
        before = List.copyOf(before);
    }

    /** How far it is. */
    enum Phase {
        /** It is a member. */
        INSIDE,
        /** It is none any more; the rest has to agree and to stay well for a while. */
        OUT,
        /** It was out before others left. */
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
        return "take out server " + server.id();
    }

    @Override
    public Scope scope() {
        return Scope.of(new MembershipLook(new TreeSet<>(Membership.clients(before)), new TreeSet<>(), true));
    }

    /** Who belongs to the ensemble when it is done. */
    public List<Member> after() {
        return before.stream().filter(member -> member.id() != server.id()).toList();
    }

    Phase phase(Membership now) {
        Optional<Configuration> configuration = now.configuration();
        if (configuration.isEmpty()) {
            return Phase.UNKNOWN;
        }
        List<Member> members = configuration.get().members();
        if (members.equals(before)) {
            return Phase.INSIDE;
        }
        if (members.equals(after())) {
            return Phase.OUT;
        }
        return after().containsAll(members) ? Phase.OVERTAKEN : Phase.FOREIGN;
    }

    @Override
    public Standing standing(Snapshot now) {
        Membership membership = now.part(Membership.class);
        Optional<String> broken = membership.broken(voters());
        return switch (phase(membership)) {
            case UNKNOWN ->
                new Standing.Blocked("the ensemble cannot be changed now: "
                        + broken.orElse("its leader does not say who belongs to it"));
            case FOREIGN ->
                new Standing.Foreign("the ensemble has servers "
                        + Ids.of(membership.configuration().orElseThrow().members()) + "; this step expects "
                        + Ids.of(before));
            case OVERTAKEN -> Standing.DONE;
            case INSIDE ->
                broken.<Standing>map(why -> new Standing.Blocked("server " + server.id() + " stays for now: " + why))
                        .orElse(Standing.READY);
            case OUT ->
                broken.<Standing>map(why -> new Standing.Blocked("server " + server.id() + " is out; now " + why))
                        .orElse(marked(membership) && settled(membership, now) ? Standing.DONE : Standing.UNDERWAY);
        };
    }

    /** Those that stay and vote. */
    private List<Member> voters() {
        return after().stream().filter(Member::votes).toList();
    }

    boolean marked(Membership now) {
        return now.mark().equals(Optional.of(mark));
    }

    boolean settled(Membership membership, Snapshot now) {
        return membership.settled(after(), settle, now.observedAt());
    }

    @Override
    public Snapshot project(Snapshot before) {
        return Projection.of(before, after());
    }

    /** In flight from the write on: before it nothing is under way that would end by itself. */
    @Override
    public Progress progress(Snapshot now) {
        Membership membership = now.part(Membership.class);
        boolean done = standing(now).equals(Standing.DONE);
        boolean resting = phase(membership) == Phase.OUT && marked(membership) && !done;
        return new Progress(Progress.Unit.SERVERS, done ? 1 : 0, 1, resting ? 1 : 0);
    }
}
