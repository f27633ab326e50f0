package io.kash.lab.guard;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Formats the storage of several KRaft nodes with Kafka's own tool, in one process instead of one for each. */
public final class FormatStorage {
    private FormatStorage() {}

    /**
     * @param arguments the cluster id; the initial controllers ({@code id@host:port:directory,…}), or {@code -} when
     *     none of the nodes is one; the properties files of controllers; {@code --}; those of brokers
     * @throws Exception when the tool cannot be called
     */
    public static void main(String[] arguments) throws Exception {
        int divide = Arrays.asList(arguments).indexOf("--");
        for (int i = 2; i < arguments.length; i++) {
            if (i == divide) {
                continue;
            }
            int status = format(arguments[0], arguments[i], i < divide ? arguments[1] : "-");
            if (status != 0) {
                System.exit(status);
            }
        }
        System.exit(0);
    }

    private static int format(String clusterId, String properties, String controllers) throws Exception {
        List<String> words = new ArrayList<>(List.of("format", "--cluster-id", clusterId, "--config", properties));
        if (controllers.equals("-")) {
            words.add("--no-initial-controllers");
        } else {
            words.addAll(List.of("--initial-controllers", controllers));
        }
        Method execute =
                Class.forName("kafka.tools.StorageTool").getMethod("execute", String[].class, PrintStream.class);
        return (int) execute.invoke(null, words.toArray(String[]::new), System.out);
    }
}
