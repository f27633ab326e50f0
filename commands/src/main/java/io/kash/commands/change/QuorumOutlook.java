package io.kash.commands.change;

import io.kash.surgery.quorum.Majority;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a quorum bears: {@code 4 voters, 1 may fail}. Where the zones are known, it names those whose loss would take the
 * quorum with them.
 */
public record QuorumOutlook(Majority majority) {
    static QuorumOutlook of(Collection<Integer> voters, Map<Integer, String> zones) {
        return new QuorumOutlook(Majority.of(voters, zones));
    }

    public String words() {
        int voters = majority.voters().size();
        int mayFail = majority.mayFail();
        List<String> fatal = majority.fatalZones();
        return voters + (voters == 1 ? " voter, " : " voters, ") + (mayFail <= 0 ? "none" : String.valueOf(mayFail))
                + " may fail"
                + (fatal.isEmpty() ? "" : "; not zone " + String.join(" or ", fatal));
    }
}
