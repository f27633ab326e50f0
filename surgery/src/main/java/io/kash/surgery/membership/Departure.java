package io.kash.surgery.membership;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.naming.Names;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.quorum.ConnectString;
import io.kash.surgery.quorum.Majority;
import io.kash.surgery.quorum.Reach;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Some members of an ensemble leave, and the others stay.
 *
 * @param members all of them
 * @param ids of those that leave, and perhaps of servers that are no members
 */
record Departure(List<Member> members, SortedSet<Integer> ids) {
    List<Member> staying() {
        return members.stream().filter(member -> !ids.contains(member.id())).toList();
    }

    /** Those that stay and vote. */
    List<Member> voters() {
        return staying().stream().filter(Member::votes).toList();
    }

    /**
     * Those that leave, by id, the leader last.
     *
     * @param leader where its clients are
     */
    List<Member> leaving(Optional<String> leader) {
        return members.stream()
                .filter(member -> ids.contains(member.id()))
                .sorted(Comparator.comparing(
                                (Member member) -> member.clientAddress().equals(leader))
                        .thenComparing(Member::id))
                .toList();
    }

    /**
     * Why they cannot leave: too few would stay, or somebody would not find those.
     *
     * @param floor how many voters stay, at least
     * @param known the environments file's connect string
     */
    List<Finding> findings(int floor, SortedMap<Integer, String> zones, String known, Snapshot before) {
        List<Finding> findings = new ArrayList<>(
                Majority.of(voters().stream().map(Member::id).toList(), zones).floor(floor, "zk join"));
        findings.addAll(dependants(known, before));
        return findings;
    }

    /** Brokers, and the environments file, that lead to too few servers that stay. */
    private List<Finding> dependants(String known, Snapshot before) {
        BrokerSettings settings = before.part(BrokerSettings.class);
        Reach reach = new Reach(before.find(Names.class).orElse(Names.NONE));
        List<String> survivors = Membership.clients(staying());
        List<Finding> findings = new ArrayList<>();
        if (!survivors.isEmpty() && reach.servers(known).stream().noneMatch(survivors::contains)) {
            findings.add(Finding.refusal(
                    "the environments file names no server that stays: " + known,
                    "whoever resumes this, from any shell, has to find the ensemble",
                    "write into zookeeper.connect: " + String.join(",", survivors)));
        }
        if (!settings.silent().isEmpty()) {
            findings.add(Finding.refusal(
                    Titles.labelled(settings.silent()) + " did not say which servers they depend on",
                    "no broker may be left without a server of its list",
                    "look again when they answer"));
        }
        SortedMap<String, List<BrokerId>> lists = settings.values(BrokerSettings.ZOOKEEPER);
        lists.forEach((connect, brokers) -> reach.dependence(connect, survivors)
                .map(why -> Finding.refusal(
                        Titles.labelled(brokers) + ": zookeeper.connect is " + connect + ", " + why,
                        "a broker knows the servers it started with, and no others",
                        way(connect, survivors)))
                .ifPresent(findings::add));
        return findings;
    }

    private String way(String connect, List<String> survivors) {
        SortedSet<String> names = Reach.named(List.of(connect));
        return names.isEmpty()
                ? "set it to "
                        + Repointing.list(survivors, ConnectString.of(connect).chroot())
                        + " in what configures them, and restart them: zk repoint" + Ids.words(ids)
                : "register " + String.join(", ", survivors) + " behind " + String.join(", ", names)
                        + ", and see to it that their checks pass";
    }
}
