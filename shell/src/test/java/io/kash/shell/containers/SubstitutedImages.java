package io.kash.shell.containers;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * Runs stand-ins where official images cannot be had, and says so. Testcontainers finds it by
 * {@code testcontainers.properties}.
 */
public final class SubstitutedImages extends ImageNameSubstitutor {
    private static final Logger LOG = LoggerFactory.getLogger(SubstitutedImages.class);

    private final Set<String> said = ConcurrentHashMap.newKeySet();

    @Override
    public DockerImageName apply(DockerImageName original) {
        String official = original.asCanonicalNameString();
        if (!Servers.OFFICIAL.contains(official)) {
            return original;
        }
        String chosen = Engine.images().instead(official).orElse(official);
        if (!chosen.equals(official) && said.add(official)) {
            LOG.info("no registry gives {}: running the stand-in {}", official, chosen);
        }
        return DockerImageName.parse(chosen);
    }

    @Override
    protected String getDescription() {
        return "stand-ins where official images cannot be had";
    }
}
