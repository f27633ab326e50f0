package io.kash.commands.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.RecordingScreen;
import io.kash.commands.fake.Workplace;
import io.kash.surgery.fake.SimulatedCluster;
import org.junit.jupiter.api.Test;

class PreviewTest {
    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private final Workplace lab = Workplace.of(cluster);

    @Test
    void a_move_is_shown_with_what_it_costs_every_broker() {
        lab.run("topics move --to-new --dry-run");

        assertThat(lab.notes())
                .isEqualTo(
                        """

                  Environment  lab (confirm)   cluster cluster-1   controller 1
                  Observed     14:02:08Z · 0 under-replicated · 0 throttles · 0 reassignments

                  ~ move      9 replicas off brokers 1,2,3   114 MiB   (must move: 114 MiB)
                  + throttle  6 brokers, 2 topics            10 MB/s, put back at the end
                  * elect     3 leaders                      preferred leaders at the end

                     PARTITION   NOW       AFTER        LEADER      SIZE
                  ~  payments-0  1a,2b,3c  11a,12b,13c  1 → 11  19.1 MiB
                  ~  orders-0    1a,2b,3c  11a,12b,13c  1 → 11  9.54 MiB
                  ~  orders-1    2b,3c,1a  12b,13c,11a  2 → 12  9.54 MiB

                  BROKER  REPLICAS now  peak  after  LEADERS now  after  DISK now  peak  after
                  1a                 3     3      0            2      0      10 %  10 %    6 %
                  2b                 3     3      0            1      0      10 %  10 %    6 %
                  3c                 3     3      0            0      0      10 %  10 %    6 %
                  11a                0     3      3            0      2      10 %  14 %   14 %
                  12b                0     3      3            0      1      10 %  14 %   14 %
                  13c                0     3      3            0      0      10 %  14 %   14 %

                  Plan HASH · window of 6 · at least 4s at 10 MB/s a broker · can be undone with ops undo, at the same cost
                  Its journal is kept on this machine: nobody else can see or resume it.
                Dry run: nothing was changed.
                """
                                .replace("HASH", lab.hash(Workplace.toNew())));
    }

    @Test
    void on_a_terminal_long_lists_are_folded() {
        cluster.withTopic("logs", 20, 1_000_000, 1, 2, 3);

        lab.run("topics move --to-new --dry-run");

        assertThat(lab.notes())
                .contains("  ~  logs-4      2b,3c,1a  12b,13c,11a  2 → 12   977 KiB\n  … 15 more (--all)\n")
                .doesNotContain("logs-5");
    }

    @Test
    void all_unfolds_them() {
        cluster.withTopic("logs", 20, 1_000_000, 1, 2, 3);

        lab.run("topics move --to-new --dry-run --all");

        assertThat(lab.notes()).contains("logs-19").doesNotContain("more (--all)");
    }

    @Test
    void off_a_terminal_everything_is_there() {
        cluster.withTopic("logs", 20, 1_000_000, 1, 2, 3);
        Workplace pipe = lab.with(RecordingScreen.pipe());

        pipe.run("topics move --to-new --dry-run");

        assertThat(pipe.notes()).contains("logs-19").doesNotContain("more (--all)");
    }

    @Test
    void at_80_columns_no_number_is_cut_and_the_way_back_stands_on_a_line_of_its_own() {
        Workplace narrow = lab.with(RecordingScreen.terminal(80));

        narrow.run("topics move --to-new --dry-run");

        assertThat(narrow.notes().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(narrow.notes())
                .doesNotContain("…")
                .contains("  Plan " + lab.hash(Workplace.toNew()) + " · window of 6 · at least 4s at 10 MB/s a broker\n"
                        + "       can be undone with ops undo, at the same cost\n");
    }

    @Test
    void a_disk_that_will_be_nearly_full_is_named_in_words() {
        cluster.withTopic("archive", 1, 700_000_000, 1, 2, 3);

        lab.run("topics move --to-new --dry-run");

        assertThat(lab.notes()).contains("\n  disk above 75 % at its peak: brokers 11,12,13\n");
    }

    @Test
    void a_drain_of_one_broker_says_what_goes_where() {
        lab.run("drain 3 --dry-run --topics orders");

        assertThat(lab.notes())
                .startsWith(
                        """
                orders names 1 topic: orders

                  Environment  lab (confirm)   cluster cluster-1   controller 1
                  Observed     14:02:08Z · 0 under-replicated · 0 throttles · 0 reassignments

                  ~ move      2 replicas off broker 3   19.1 MiB   (must move: 19.1 MiB)
                  + throttle  4 brokers, 1 topic        10 MB/s, put back at the end
                  * elect     2 leaders                 preferred leaders at the end

                     PARTITION  NOW       AFTER      LEADER      SIZE
                  ~  orders-0   1a,2b,3c  1a,2b,13c  1       9.54 MiB
                  ~  orders-1   2b,3c,1a  2b,13c,1a  2       9.54 MiB

                  BROKER  REPLICAS now  peak  after  LEADERS now  after  DISK now  peak  after
                  3c                 3     3      1            0      0      10 %  10 %    8 %
                  13c                0     2      2            0      0      10 %  12 %   12 %
                """);
    }

    @Test
    void text_from_the_cluster_is_escaped() {
        SimulatedCluster hostile = new SimulatedCluster()
                .withBroker(1, "a\u001b[2J")
                .withBroker(2, "b")
                .withBroker(3, "c")
                .withTopic("orders", 1, 1_000, 1);
        Workplace place = Workplace.of(hostile);

        place.run("topics move --from 1 --to 2 --dry-run");

        assertThat(place.notes()).contains("1:a\\x1b[2J").doesNotContain("\u001b");
    }
}
