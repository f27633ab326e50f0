package io.kash.commands.change;

import io.kash.surgery.zookeeper.Member;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an ensemble of some members bears: {@code 4 voters, 1 may fail}. Where the zones are known, it names those whose
 * loss would take the quorum with them.
 *
 * @param zones the zone of each member, by id
 */
record QuorumOutlook(List<Member> members, Map<Integer, String> zones) {
    private List<Member> voters() {
        return members.stream().filter(Member::votes).toList();
    }

    String words() {
        int voters = voters().size();
        int mayFail = (voters - 1) / 2;
        List<String> fatal = fatalZones();
        return voters + (voters == 1 ? " voter, " : " voters, ") + (mayFail == 0 ? "none" : String.valueOf(mayFail))
                + " may fail"
                + (fatal.isEmpty() ? "" : "; not zone " + String.join(" or ", fatal));
    }

    /** Zones without which fewer than a majority of the voters is left. */
    List<String> fatalZones() {
        List<Member> voters = voters();
        Map<String, Long> byZone = voters.stream()
                .filter(voter -> zones.containsKey(voter.id()))
                .collect(Collectors.groupingBy(
                        voter -> String.valueOf(zones.get(voter.id())), TreeMap::new, Collectors.counting()));
        int quorum = voters.size() / 2 + 1;
        return byZone.entrySet().stream()
                .filter(zone -> voters.size() - zone.getValue() < quorum)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Their ids: {@code 1,2,3}. */
    static String ids(Collection<Member> members) {
        return members.stream()
                .map(member -> member.id() + (member.votes() ? "" : " (observer)"))
                .collect(Collectors.joining(","));
    }
}
