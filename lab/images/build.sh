#!/bin/sh
# Builds stand-ins for the official images of Kafka and ZooKeeper, for machines that reach no registry.
#
#   lab/images/build.sh        builds what is missing; says nothing and does nothing when both are up to date
#
# Each image is the Java that runs this build, the C libraries it needs, busybox as its shell, and the staged server jars
# (lab/servers/target/lib). It starts the way the official one does, as far as the tests use it:
#   kash-standin/apache/kafka:3.9.2   /opt/kafka/bin/kafka-server-start.sh <properties>, KAFKA_HEAP_OPTS,
#                                     KAFKA_JVM_PERFORMANCE_OPTS
#   kash-standin/zookeeper:3.8        reads /conf/zoo.cfg; ZOO_MY_ID, ZK_SERVER_HEAP, SERVER_JVMFLAGS
#
# Needs a docker engine that answers, a JDK or JRE, and busybox; takes a few seconds.

set -eu

kafka_image=kash-standin/apache/kafka:3.9.2
zookeeper_image=kash-standin/zookeeper:3.8

fail() {
    printf 'build.sh: %s\n' "$*" >&2
    exit 1
}

home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
jars=$home/lab/servers/target/lib
[ -f "$(echo "$jars"/kafka_*.jar)" ] || fail "the server jars are not staged: mvn -pl lab/servers process-resources"
java=${JAVA_HOME:-$(dirname -- "$(dirname -- "$(readlink -f "$(command -v java)")")")}
[ -f "$java/lib/modules" ] || fail "no Java with lib/modules in $java"
busybox=$(command -v busybox) || fail "there is no busybox (Debian: busybox-static)"
docker info >/dev/null 2>&1 || fail "no docker engine answers"

content=$(cat "$0" "$java/release" "$busybox" "$jars"/*.jar | sha256sum | cut -c1-16)

# Whether an image of a name is there, made of the same things.
current() {
    [ "$(docker image inspect -f '{{index .Config.Labels "io.kash.content"}}' "$1" 2>/dev/null)" = "$content" ]
}

if current "$kafka_image" && current "$zookeeper_image"; then
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
root=$work/root
mkdir -p "$root/bin" "$root/etc" "$root/tmp" "$root/conf" "$root/data" "$root/opt/java/bin" "$root/opt/kafka/bin" \
    "$root/opt/kafka/libs" "$root/opt/kafka/config"
chmod 1777 "$root/tmp"

# The libraries that programs and libraries ask for, put where the loader looks for them.
libraries_of() {
    ldd "$@" 2>/dev/null | awk '{ for (i = 1; i <= NF; i++) if ($i ~ /^\// && $i !~ /:$/) print $i }' | sort -u |
        while read -r library; do
            case $library in
                "$root"/*) ;;
                *)
                    mkdir -p "$root$(dirname -- "$library")"
                    cp -L "$library" "$root$library"
                    ;;
            esac
        done
}

add_java() {
    cp -L "$java/bin/java" "$root/opt/java/bin/"
    cp -L "$java/release" "$root/opt/java/"
    # Some distributions keep their configuration elsewhere and link to it; a link to nothing is left out.
    tar -C "$java" --exclude=src.zip --exclude=ct.sym --exclude=lib/jfr --ignore-failed-read -chf - lib conf 2>/dev/null |
        tar -C "$root/opt/java" -xf -
    # No screen, no sound, no smart cards: the libraries for them would bring dozens of others.
    for part in awt_xawt splashscreen jsound fontmanager jawt atk-wrapper lcms javajpeg j2pcsc; do
        rm -f "$root/opt/java/lib/lib$part.so"
    done
    libraries_of "$root/opt/java/bin/java" "$root/opt/java/lib/server/libjvm.so" "$root"/opt/java/lib/lib*.so
    # Names are looked up through these, which no program is linked to; a newer C library has them built in.
    for library in "$root"/lib/*/libc.so.6 "$root"/lib64/libc.so.6; do
        [ -e "$library" ] || continue
        for service in libnss_files.so.2 libnss_dns.so.2 libresolv.so.2; do
            from=${library#"$root"}
            from=${from%/*}/$service
            [ ! -e "$from" ] || cp -L "$from" "$root$from"
        done
    done
}

add_shell() {
    cp -L "$busybox" "$root/bin/busybox"
    libraries_of "$busybox"
    "$busybox" --list | while read -r applet; do
        [ -e "$root/bin/$applet" ] || ln -s busybox "$root/bin/$applet"
    done
    echo 'root:x:0:0:root:/tmp:/bin/sh' >"$root/etc/passwd"
    echo 'root:x:0:' >"$root/etc/group"
    echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
}

add_servers() {
    cp "$jars"/*.jar "$root/opt/kafka/libs/"
    cat >"$root/opt/kafka/config/log4j.properties" <<'END'
log4j.rootLogger=INFO, stdout
log4j.appender.stdout=org.apache.log4j.ConsoleAppender
log4j.appender.stdout.layout=org.apache.log4j.PatternLayout
log4j.appender.stdout.layout.ConversionPattern=[%d] %p %m (%c)%n
END
    cat >"$root/opt/kafka/bin/kafka-server-start.sh" <<'END'
#!/bin/sh
exec java ${KAFKA_HEAP_OPTS--Xmx1G} ${KAFKA_JVM_PERFORMANCE_OPTS-} \
    -Dlog4j.configuration=file:/opt/kafka/config/log4j.properties -cp '/opt/kafka/libs/*' kafka.Kafka "$@"
END
    cat >"$root/docker-entrypoint.sh" <<'END'
#!/bin/sh
echo "${ZOO_MY_ID:-1}" >/data/myid
exec java "-Xmx${ZK_SERVER_HEAP:-1000}m" ${SERVER_JVMFLAGS-} -Dzookeeper.jmx.log4j.disable=true \
    -Dlog4j.configuration=file:/opt/kafka/config/log4j.properties -cp '/opt/kafka/libs/*' \
    org.apache.zookeeper.server.quorum.QuorumPeerMain /conf/zoo.cfg
END
    chmod 755 "$root/opt/kafka/bin/kafka-server-start.sh" "$root/docker-entrypoint.sh"
}

# Imports the root file system under a name, with what it runs. The engine keeps one copy of the files for both.
import() {
    replaced=$(docker image inspect -f '{{.Id}}' "$1" 2>/dev/null) || replaced=
    docker import --change "LABEL io.kash.content=$content" --change 'ENV PATH=/opt/java/bin:/opt/kafka/bin:/bin' \
        --change "$2" "$work/root.tar" "$1" >/dev/null
    [ -z "$replaced" ] || docker image rm "$replaced" >/dev/null 2>&1 || true
    echo "built $1"
}

add_java
add_shell
add_servers
tar -C "$root" --owner=0 --group=0 -cf "$work/root.tar" .
import "$kafka_image" 'CMD ["/opt/kafka/bin/kafka-server-start.sh", "/mnt/shared/config/server.properties"]'
import "$zookeeper_image" 'ENTRYPOINT ["/docker-entrypoint.sh"]'
