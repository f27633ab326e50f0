package io.kash.surgery.zookeeper.client;

import io.kash.surgery.operation.PartReader;
import io.kash.surgery.quorum.ConnectString.Endpoint;
import io.kash.surgery.zookeeper.Contents;
import io.kash.surgery.zookeeper.Contents.OfServer;
import io.kash.surgery.zookeeper.ContentsLook;
import io.kash.surgery.zookeeper.Ensemble.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Executor;
import org.apache.zookeeper.KeeperException;

/**
 * Compares what servers hold with what most of them hold. Each is read after a sync at its own client port; a node at
 * which one differs is read from both once more, so that what only changed meanwhile is no difference.
 */
final class ContentsReader implements PartReader<ContentsLook> {
    private static final Duration VISITS_TAKE = Duration.ofSeconds(8);
    private static final int NAMED = 5;
    /** More than that did not change between two readings. */
    private static final int READ_AGAIN = 200;

    /** @param problem why it could not be read, or an empty string */
    private record Walked(String server, Holding holding, String problem) {
        static Walked silent(String server, String why) {
            return new Walked(server, new Holding(new java.util.TreeMap<>()), why);
        }

        boolean read() {
            return problem.isEmpty();
        }
    }

    private final Roll roll;
    private final Together together;

    ContentsReader(Roll roll, Executor executor) {
        this.roll = roll;
        this.together = new Together(executor, VISITS_TAKE);
    }

    @Override
    public Class<ContentsLook> answers() {
        return ContentsLook.class;
    }

    @Override
    public Contents read(ContentsLook look) {
        Visits visits = roll.call();
        List<Walked> walked = new ArrayList<>(together.ask(
                visits.servers(),
                visit -> walk(address(visit), visit.address(), look),
                (visit, why) -> Walked.silent(visit.address(), why)));
        for (Server unknown : visits.unknown()) {
            walked.add(Walked.silent(unknown.address(), unknown.problem()));
        }
        walked.sort(Comparator.comparing(Walked::server));
        Optional<Walked> most = most(walked);
        return new Contents(together.ask(
                walked,
                one -> most.isPresent() && one.read() ? compared(one, most.get()) : silent(one, one.problem()),
                ContentsReader::silent));
    }

    private static String address(ServerVisit visit) {
        return new Endpoint(
                        visit.target().getAddress().getHostAddress(),
                        visit.target().getPort())
                .toString();
    }

    private static Walked walk(String target, String shown, ContentsLook look) {
        try (Handle handle = Handle.open(target)) {
            handle.sync();
            return new Walked(shown, Holding.of(handle.zookeeper(), look.paths()), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Walked.silent(shown, "interrupted");
        } catch (IOException | KeeperException e) {
            return Walked.silent(shown, String.valueOf(e.getMessage()));
        }
    }

    /** One of those that most servers are like; the first of them. */
    private static Optional<Walked> most(List<Walked> walked) {
        Map<String, List<Walked>> alike = new LinkedHashMap<>();
        walked.stream().filter(Walked::read).forEach(one -> alike.computeIfAbsent(
                        one.holding().digest(), none -> new ArrayList<>())
                .add(one));
        return alike.values().stream().max(Comparator.comparingInt(List::size)).map(group -> group.get(0));
    }

    private static OfServer silent(Walked walked, String why) {
        return new OfServer(walked.server(), 0, "", List.of(), why);
    }

    private static OfServer compared(Walked one, Walked most) {
        SortedSet<String> suspects = one.holding().differingFrom(most.holding());
        int nodes = one.holding().byPath().size();
        if (suspects.isEmpty()) {
            return new OfServer(one.server(), nodes, one.holding().digest(), List.of(), "");
        }
        List<String> differing = new ArrayList<>();
        try (Handle own = Handle.open(one.server());
                Handle other = Handle.open(most.server())) {
            own.sync();
            other.sync();
            for (String path : suspects.stream().limit(READ_AGAIN).toList()) {
                if (!Holding.at(own.zookeeper(), path).equals(Holding.at(other.zookeeper(), path))) {
                    differing.add(path);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return silent(one, "interrupted");
        } catch (IOException | KeeperException e) {
            return silent(one, String.valueOf(e.getMessage()));
        }
        // What only changed meanwhile: it holds what the others hold.
        String digest = (differing.isEmpty() ? most : one).holding().digest();
        return new OfServer(one.server(), nodes, digest, differing.subList(0, Math.min(NAMED, differing.size())), "");
    }
}
