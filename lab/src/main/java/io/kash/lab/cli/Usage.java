package io.kash.lab.cli;

/** What {@code kash lab --help} shows. */
final class Usage {
    static final String TEXT =
            """
            usage: kash lab [--scenario move|plain|doom] [--kraft]       start a lab and open the shell in it
                   kash lab run [--scenario move|plain|doom] [--kraft] <script.ksh> [kash options…]
                                                                         start a lab, run the script, account for it, stop
                   kash lab up [--scenario move|plain|doom] [--kraft] [--foreground]
                   kash lab status | down
                   kash lab start broker --new [--count 3]
                   kash lab kill | stop | start | restart | pause | resume <node>

            scenarios  move   three ZooKeeper servers, three old brokers with data and clients, three new brokers (default)
                       plain  the same without the new brokers
                       doom   as move, and three new ZooKeeper servers that are no members yet
            --kraft    the same cluster with KRaft controllers instead of ZooKeeper
            nodes      as kash lab status calls them: broker-1, zk-2, controller-3
            chef/      in the lab's home: broker.properties goes over every broker's own when it starts again, and zk-1.cfg
                       takes the place of zk-1's configuration

            The lab keeps its files in .kash/lab, or in KASH_LAB_HOME.
            exit codes 0 done · 1 failed, or run found records lost · 64 usage · 130 interrupted · run: else the script's own
            """;

    private Usage() {}
}
