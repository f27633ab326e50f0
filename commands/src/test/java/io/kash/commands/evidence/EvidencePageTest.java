package io.kash.commands.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.traffic.Claim;
import io.kash.surgery.traffic.Claim.Basis;
import io.kash.surgery.traffic.Claim.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidencePageTest {
    private static final String HOSTILE = "\"><script>alert('1')</script>&\u001b[31m\u202e</style></svg>";

    @Test
    void claims_are_a_table_with_what_each_rests_on() {
        String page = EvidencePage.of(SampleEvidence.of(SampleEvidence.HOLDS, SampleEvidence.BROKEN));

        assertThat(page)
                .contains("<p class=\"verdict broken\">1 of 2 claims holds, 1 BROKEN</p>")
                .contains(
                        "<tr class=\"holds\"><td>no log ends before where it ended</td><td>holds</td><td>watermarks</td>"
                                + "<td>84 partitions compared</td></tr>")
                .contains("<tr class=\"broken\"><td>every acknowledged record was read back</td><td>BROKEN</td>"
                        + "<td>canary</td><td>kash-canary-0 lacks 1 acknowledged record of run 6f1c: numbers 3<br>"
                        + "1,233 records of 1,234 acknowledged ones accounted for</td></tr>");
    }

    @Test
    void brokers_and_partitions_stand_before_and_after() {
        String page = EvidencePage.of(SampleEvidence.of(SampleEvidence.HOLDS));

        assertThat(page)
                .contains("<tr><th>Broker</th><th class=\"n\">Replicas before</th>")
                .contains("<tr><td>1 old</td><td class=\"n\">1</td><td class=\"n\">0</td><td class=\"n\">1</td>"
                        + "<td class=\"n\">0</td></tr>")
                .contains(
                        "<tr><td>orders-0</td><td>1,2,3</td><td>11,12,13</td><td>1</td><td>11</td><td class=\"n\">0</td>"
                                + "<td class=\"n\">0</td><td class=\"n\">100</td><td class=\"n\">1,100</td><td class=\"n\">1</td>"
                                + "<td class=\"n\">11</td><td></td></tr>")
                .contains("<tr><td>6 brokers, 2 topics at 10 MB/s</td><td>put back as found</td></tr>")
                .contains(
                        "canary 1,234 acknowledged, 0 failed, 0 unknown; 1,234 read back; longest acknowledgement 84 ms.");
    }

    @Test
    void text_from_the_cluster_is_text_and_nothing_else() {
        Claim claim = new Claim("x", "says", Verdict.BROKEN, Basis.WATERMARKS, List.of("group " + HOSTILE));

        String page = EvidencePage.of(SampleEvidence.titled("topics move " + HOSTILE, claim));

        assertThat(page)
                .contains("group &quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;\\x1b[31m\\u202e"
                        + "&lt;/style&gt;&lt;/svg&gt;")
                .doesNotContain("<script", "\u001b", "\u202e");
        assertThat(count(page, "</style>")).isEqualTo(1);
        assertThat(count(page, "</svg>")).isEqualTo(1);
    }

    @Test
    void the_page_refers_to_nothing_outside_it_and_forbids_to_fetch_anything() {
        String page = EvidencePage.of(SampleEvidence.of(SampleEvidence.HOLDS));

        assertThat(page)
                .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
                .doesNotContain("http:", "https:", "src=", "href=", "url(", "@import", "<script");
    }

    @Test
    void the_graph_has_a_band_for_every_broker_in_two_families_of_colour_and_a_gap_where_nobody_watched() {
        String page = EvidencePage.of(SampleEvidence.of(SampleEvidence.HOLDS));

        assertThat(count(page, "<path class=\"band old\"")).isEqualTo(3);
        assertThat(count(page, "<path class=\"band new\"")).isEqualTo(3);
        assertThat(count(page, "<rect class=\"gap\"")).isEqualTo(1);
        assertThat(page)
                .contains("fill=\"hsl(24 88% 38%)\"", "fill=\"hsl(24 88% 66%)\"", "fill=\"hsl(208 78% 38%)\"")
                .contains(">messages a second</text>", ">time, UTC</text>", ">14:03:00</text>", ">400</text>")
                .contains("</span>broker 1 (old)</li>", "</span>broker 13 (new)</li>");
    }

    @Test
    void a_band_is_drawn_exactly() {
        TrafficGraph graph = new TrafficGraph(
                List.of(
                        new io.kash.surgery.traffic.Sample(
                                SampleEvidence.BEGUN.plusSeconds(2), 2_000, new java.util.TreeMap<>(Map.of(1, 200L))),
                        new io.kash.surgery.traffic.Sample(
                                SampleEvidence.BEGUN.plusSeconds(4), 2_000, new java.util.TreeMap<>(Map.of(1, 100L)))),
                SampleEvidence.families());

        assertThat(graph.svg())
                .contains("d=\"M64.0 20.0L504.0 20.0L504.0 156.0L944.0 156.0"
                        + "L944.0 292.0L504.0 292.0L504.0 292.0L64.0 292.0Z\"");
    }

    @Test
    void without_samples_it_says_so() {
        var evidence = SampleEvidence.of(SampleEvidence.HOLDS);
        var bare = new io.kash.surgery.traffic.Evidence(
                evidence.format(),
                evidence.operation(),
                evidence.title(),
                evidence.environment(),
                evidence.clusterId(),
                evidence.hash(),
                evidence.begun(),
                java.util.Optional.empty(),
                evidence.testimony(),
                List.of(),
                evidence.families(),
                List.of());

        assertThat(EvidencePage.of(bare))
                .contains("<p>No sample was taken.</p>")
                .contains("<td>not known</td>");
    }

    @Test
    void both_files_are_their_owners_alone_and_a_second_writing_replaces_them(@TempDir Path folder) throws IOException {
        EvidenceFiles files = new EvidenceFiles(new io.kash.surgery.plan.Json(Map.of()), folder::resolve);

        files.write(SampleEvidence.of(SampleEvidence.HOLDS));
        List<String> written = files.write(SampleEvidence.of(SampleEvidence.BROKEN));

        assertThat(written)
                .containsExactly(
                        folder.resolve("lab/7f3a.html").toString(),
                        folder.resolve("lab/7f3a.json").toString());
        for (String file : written) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(Path.of(written.get(1))))
                .startsWith("{\"before\":")
                .contains("\"format\":\"kash.evidence/1\"", "\"verdict\":\"BROKEN\"");
    }

    private static long count(String page, String what) {
        return Pattern.compile(Pattern.quote(what)).matcher(page).results().count();
    }
}
