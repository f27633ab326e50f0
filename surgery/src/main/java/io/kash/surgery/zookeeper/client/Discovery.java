package io.kash.surgery.zookeeper.client;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryNTimes;

/**
 * Asks an ensemble for its dynamic configuration. Servers below 3.5 have none, and some let nobody read it: then the
 * connect string is all that is known, so every failure here is an empty answer.
 */
final class Discovery {
    private static final int CONNECTS_WITHIN_MILLIS = 2_000;
    private static final int SESSION_MILLIS = 6_000;
    private static final int CLOSES_WITHIN_MILLIS = 500;

    /** @param connect without a chroot: the configuration lies outside of any */
    MemberList members(String connect) {
        // The tracker would rewrite the connect string to what the servers advertise, which is wrong behind tunnels.
        try (CuratorFramework client = CuratorFrameworkFactory.builder()
                .connectString(connect)
                .ensembleTracker(false)
                .connectionTimeoutMs(CONNECTS_WITHIN_MILLIS)
                .sessionTimeoutMs(SESSION_MILLIS)
                .maxCloseWaitMs(CLOSES_WITHIN_MILLIS)
                .retryPolicy(new RetryNTimes(0, 0))
                .build()) {
            client.start();
            if (!client.blockUntilConnected(CONNECTS_WITHIN_MILLIS, TimeUnit.MILLISECONDS)) {
                return MemberList.of("");
            }
            return MemberList.of(new String(client.getConfig().forEnsemble(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return MemberList.of("");
        } catch (Exception e) { // What Curator declares.
            return MemberList.of("");
        }
    }
}
