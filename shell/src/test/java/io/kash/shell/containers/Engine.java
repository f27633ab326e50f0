package io.kash.shell.containers;

import com.github.dockerjava.api.model.Info;
import java.util.List;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** The container engine, as far as the suite asks for something special. */
final class Engine {
    private static final class Images {
        private static final ImageChoice CHOICE =
                new ImageChoice(new EngineImages(DockerClientFactory.instance().client()));
    }

    private Engine() {}

    /** Which image to run for an official one; the same answer all the time. */
    static ImageChoice images() {
        return Images.CHOICE;
    }

    /** Why the suite's containers cannot be started; empty when they can. */
    static Optional<String> obstacle() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("no container engine answers");
        }
        Optional<String> distance = distance(DockerClientFactory.instance().getInfo());
        return distance.isPresent() ? distance : missingImage();
    }

    /** Tests reach brokers by their containers' own addresses, which only an engine in this machine's network gives. */
    private static Optional<String> distance(Info info) {
        if (String.valueOf(info.getOperatingSystem()).contains("Docker Desktop")) {
            return Optional.of("the engine's containers are in a virtual machine and have no address here");
        }
        List<String> security = info.getSecurityOptions();
        if (security != null && security.contains("name=rootless")) {
            return Optional.of("the engine runs without root, and its containers have no address here");
        }
        return Optional.empty();
    }

    private static Optional<String> missingImage() {
        return List.of(Servers.KAFKA, Servers.ZOOKEEPER).stream()
                .filter(official -> images().instead(official).isEmpty())
                .findFirst()
                .map(official -> "the engine has no image " + official
                        + ", no registry gives it, and no stand-in is built: lab/images/build.sh");
    }
}
