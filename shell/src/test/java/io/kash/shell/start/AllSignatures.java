package io.kash.shell.start;

import io.kash.completions.signature.Signature;
import io.kash.shell.fake.FakeTicker;
import io.kash.shell.screen.Sink;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The signatures of the shell as it is shipped. */
public final class AllSignatures {
    private AllSignatures() {}

    public static List<Signature> real() {
        Sink nowhere =
                new Sink(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false, false);
        Surroundings surroundings = new Surroundings(
                Map.of(),
                Path.of("target"),
                Path.of("target"),
                InputStream.nullInputStream(),
                false,
                nowhere,
                nowhere,
                Clock.systemUTC(),
                new FakeTicker());
        try (Wiring wiring = new Wiring(surroundings, Arguments.read(List.of()), RealPlugs.of(surroundings))) {
            return wiring.lexicon().signatures();
        }
    }
}
