package io.kash.surgery.hook.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.FencedException;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.fake.OpenFence;
import io.kash.surgery.hook.RunHook;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerProcesses;
import io.kash.surgery.kafka.BrokerProcessesLook;
import io.kash.surgery.operation.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With small programs of the system. */
class HookHandsTest {
    private final HookHands hands = new HookHands();

    private Reply run(Duration limit, String... command) {
        return hands.apply(
                new RunHook("restart broker 2", List.of(command), limit, Duration.ofMinutes(1)), new OpenFence());
    }

    private Reply run(String... command) {
        return run(Duration.ofSeconds(20), command);
    }

    @Test
    void a_program_that_exits_0_has_taken_it() {
        assertThat(run("true")).isEqualTo(new Reply.Accepted());
    }

    @Test
    void any_other_code_is_a_refusal_with_what_the_program_said_errors_included() {
        assertThat(run("sh", "-c", "echo one; echo two >&2; exit 3"))
                .isEqualTo(new Reply.Rejected(Map.of("restart broker 2", "the hook exited 3: one\ntwo")));
    }

    @Test
    void a_program_that_is_not_there_is_a_refusal() {
        assertThat(run("/no/such/program")).isInstanceOfSatisfying(Reply.Rejected.class, reply -> assertThat(
                        reply.reasons().get("restart broker 2"))
                .startsWith("the hook could not be run: "));
    }

    @Test
    void a_program_that_does_not_end_is_killed_with_all_it_has_started_and_may_have_done_it(@TempDir Path directory)
            throws Exception {
        Path pid = directory.resolve("pid");

        Reply reply = run(Duration.ofMillis(500), "sh", "-c", "sleep 60 & echo $! > " + pid + "; echo begun; wait");

        assertThat(reply).isEqualTo(new Reply.Unknown("it still ran after 0 s and was ended: begun"));
        long child = Long.parseLong(Files.readString(pid).strip());
        assertThat(ProcessHandle.of(child).map(process -> process.onExit().join()))
                .as("its child, once it is gone")
                .satisfiesAnyOf(
                        gone -> assertThat(gone).isEmpty(),
                        gone -> assertThat(gone.orElseThrow().isAlive()).isFalse());
    }

    @Test
    void no_shell_reads_the_words() {
        assertThat(run("sh", "-c", "test \"$1\" = '$(false); x'", "-", "$(false); x"))
                .isEqualTo(new Reply.Accepted());
    }

    @Test
    void it_has_nothing_to_read_and_only_the_end_of_much_output_is_kept() {
        assertThat(run("sh", "-c", "cat; yes kash | head -c 100000; echo the end; exit 1"))
                .isInstanceOfSatisfying(Reply.Rejected.class, reply -> assertThat(
                                reply.reasons().get("restart broker 2"))
                        .endsWith("the end")
                        .hasSizeLessThan(2_100));
    }

    @Test
    void behind_a_broken_fence_nothing_runs(@TempDir Path directory) {
        Path trace = directory.resolve("trace");
        RunHook hook = new RunHook(
                "restart broker 2", List.of("touch", trace.toString()), Duration.ofSeconds(5), Duration.ofMinutes(1));

        assertThatThrownBy(() -> hands.apply(hook, new BrokenFence())).isInstanceOf(FencedException.class);

        assertThat(trace).doesNotExist();
    }

    private static final class BrokenFence implements Fence {
        @Override
        public long number() {
            return 1;
        }

        @Override
        public void check() {
            throw new FencedException("somebody else has it");
        }
    }

    @Test
    void what_tells_processes_apart_is_what_the_program_prints_for_each_broker() {
        Environment.Hooks hooks = new Environment.Hooks(
                List.of(),
                List.of(),
                List.of("sh", "-c", "test $1 = 2 && exit 1; echo $0 $1 $2", "${kind}", "${id}", "${host}"));
        TreeMap<BrokerId, String> hosts =
                new TreeMap<>(Map.of(new BrokerId(1), "10.0.0.1", new BrokerId(2), "10.0.0.2"));

        BrokerProcesses processes =
                new StartedReader(hooks.started(), Runnable::run).read(new BrokerProcessesLook(hosts));

        assertThat(processes.byBroker()).isEqualTo(Map.of(new BrokerId(1), "broker 1 10.0.0.1"));
    }
}
