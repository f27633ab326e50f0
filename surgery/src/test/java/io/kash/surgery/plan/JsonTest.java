package io.kash.surgery.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonTest {
    private final Json json = new Json(Map.of());

    @Test
    void a_fingerprint_is_that_of_the_text_as_it_is_written() throws NoSuchAlgorithmException {
        List<String> longer = IntStream.range(0, 10_000)
                .mapToObj(number -> "größer \u20ac \ud83d\ude00 \u0007 \"quoted\" " + number)
                .toList();
        byte[] written = json.write(longer).getBytes(StandardCharsets.UTF_8);

        assertThat(json.digest(longer).hex())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(written)));
    }
}
