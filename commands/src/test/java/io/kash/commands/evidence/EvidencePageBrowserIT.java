package io.kash.commands.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kash.surgery.traffic.Claim;
import io.kash.surgery.traffic.Claim.Basis;
import io.kash.surgery.traffic.Claim.Verdict;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a browser draws it. */
@Timeout(180)
class EvidencePageBrowserIT {
    private static final String POLICY =
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">";

    /** Put into a copy of the page without its policy: says in the document what was laid out where. */
    private static final String MEASURE =
            """
            <script>
            addEventListener('load', () => {
              const root = document.documentElement, svg = document.getElementById('traffic');
              const frame = svg.getBoundingClientRect();
              const inside = box => box.left >= frame.left - 1 && box.right <= frame.right + 1
                && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
              const bands = [...svg.querySelectorAll('path.band')];
              const drawn = [...svg.querySelectorAll('path, text, rect, line')];
              root.dataset.overflow = root.scrollWidth - root.clientWidth;
              root.dataset.graph = Math.round(frame.width) + 'x' + Math.round(frame.height);
              root.dataset.bands = bands.filter(band => band.getBBox().width > 100 && band.getBBox().height > 10).length;
              root.dataset.outside = drawn.filter(part => !inside(part.getBoundingClientRect())).length;
              root.dataset.colours = new Set(bands.map(band => getComputedStyle(band).fill)).size;
            });
            </script>
            """;

    @TempDir
    static Path folder;

    private final Chromium browser = new Chromium(folder);

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(Chromium.there(), "this machine has no chromium");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 500})
    void the_graph_is_laid_out_whole_and_nothing_overflows(int width) throws IOException {
        Path page = write("measured-" + width + ".html", page().replace(POLICY, MEASURE));

        String dom = browser.dom(page, width);

        assertThat(measured(dom, "overflow")).as("pixels the page is too wide").isEqualTo("0");
        assertThat(measured(dom, "bands")).as("bands one can see").isEqualTo("6");
        assertThat(measured(dom, "colours")).as("different colours").isEqualTo("6");
        assertThat(measured(dom, "outside")).as("parts outside the picture").isEqualTo("0");
        assertThat(measured(dom, "graph")).matches("[1-9][0-9]{2,3}x[1-9][0-9]{2}");
    }

    @Test
    void the_page_as_it_is_written_keeps_all_its_parts_and_runs_nothing() throws IOException {
        String dom = browser.dom(write("page.html", page()), 1280);

        assertThat(dom).contains("id=\"traffic\"").doesNotContain("data-hacked");
        assertThat(Pattern.compile("<path class=\"band old\"")
                        .matcher(dom)
                        .results()
                        .count())
                .isEqualTo(3);
        assertThat(Pattern.compile("<path class=\"band new\"")
                        .matcher(dom)
                        .results()
                        .count())
                .isEqualTo(3);
        assertThat(Pattern.compile("<h2>").matcher(dom).results().count()).isEqualTo(7);
    }

    @Test
    void both_families_of_colour_are_seen() throws IOException {
        BufferedImage picture = ImageIO.read(
                browser.picture(write("seen.html", page()), 1280, 1400).toFile());

        assertThat(share(picture, 0.04f, 0.10f))
                .as("orange, of the old brokers")
                .isGreaterThan(0.01);
        assertThat(share(picture, 0.54f, 0.61f)).as("blue, of the new brokers").isGreaterThan(0.01);
    }

    /** The share of pixels of a strong colour between two hues. */
    private static double share(BufferedImage picture, float from, float to) {
        long seen = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                Color colour = new Color(picture.getRGB(x, y));
                float[] hsb = Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null);
                if (hsb[0] >= from && hsb[0] <= to && hsb[1] > 0.4) {
                    seen++;
                }
            }
        }
        return seen / (double) (picture.getWidth() * picture.getHeight());
    }

    /** With text as clusters may hold it: long, and hostile. */
    private static String page() {
        Claim hostile = new Claim(
                "x",
                "no committed offset went back",
                Verdict.BROKEN,
                Basis.WATERMARKS,
                List.of(
                        "group <img src=x onerror=\"document.documentElement.dataset.hacked=1\"> was at 9 and is at 8",
                        "group " + "a-very-long-group-id".repeat(20) + " was at 9 and is at 8"));
        return EvidencePage.of(SampleEvidence.of(SampleEvidence.HOLDS, SampleEvidence.OPEN, hostile));
    }

    private static Path write(String name, String page) throws IOException {
        return Files.writeString(folder.resolve(name), page);
    }

    private static String measured(String dom, String what) {
        Matcher value = Pattern.compile("data-" + what + "=\"([^\"]*)\"").matcher(dom);
        assertThat(value.find()).as("the page was measured: " + what).isTrue();
        return value.group(1);
    }
}
