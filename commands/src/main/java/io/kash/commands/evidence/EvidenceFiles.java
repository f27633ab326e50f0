package io.kash.commands.evidence;

import io.kash.surgery.files.OwnerOnly;
import io.kash.surgery.plan.Json;
import io.kash.surgery.traffic.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Evidence as two files that only their owner can read: JSON with all of it, and a page to look at. */
public final class EvidenceFiles {
    private final Json json;
    private final Function<String, Path> folders;

    /** @param folders the folder of an environment's evidence, by its name; made when something is written */
    public EvidenceFiles(Json json, Function<String, Path> folders) {
        this.json = json;
        this.folders = folders;
    }

    /** Writes both over those there are, and names them. */
    List<String> write(Evidence evidence) throws IOException {
        Path folder = folders.apply(evidence.environment());
        Path page = folder.resolve(evidence.operation() + ".html");
        Path data = folder.resolve(evidence.operation() + ".json");
        writePage(evidence, page);
        writeJson(evidence, data);
        return List.of(page.toString(), data.toString());
    }

    public void writePage(Evidence evidence, Path file) throws IOException {
        OwnerOnly.replace(file, EvidencePage.of(evidence));
    }

    public void writeJson(Evidence evidence, Path file) throws IOException {
        OwnerOnly.replace(file, json.write(evidence) + "\n");
    }
}
