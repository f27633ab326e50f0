package io.kash.surgery.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.fake.FakeStore;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store may hold and what of it is believed: anybody who reaches the store can write to it. */
class PairingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T14:02:07Z");

    @TempDir
    Path directory;

    private final FakeStore store = new FakeStore();
    private Store.Session lease;
    private Json json;
    private Plan plan;
    private OperatorKey ada;
    private OperatorKey ben;
    private OperatorKey mallory;
    private Pairing pairing;
    private Petition petition;

    @BeforeEach
    void aPlanOfAdaThatWaits() throws IOException {
        SimulatedCluster cluster =
                new SimulatedCluster().withBroker(1, "a").withBroker(2, "b").withTopic("orders", 1, 1_000, 1);
        Surgeon surgeon = new Surgeon(store, cluster, cluster);
        json = surgeon.json();
        plan = ((Proposal.Proposed)
                        surgeon.plan(Surgeon.move(SimulatedCluster.brokers(1), SimulatedCluster.brokers(2))))
                .plan();
        ada = key("ada");
        ben = key("ben");
        mallory = key("mallory");
        pairing = new Pairing(store, json, new Roster(Map.of("ada", ada.publicKey(), "ben", ben.publicKey())));
        petition = petition(UUID.randomUUID().toString());
        lease = store.session();
        assertThat(pairing.submit(lease, plan, petition, ada)).isTrue();
    }

    private OperatorKey key(String name) throws IOException {
        return new KeyFile(directory.resolve(name)).make();
    }

    private Petition petition(String nonce) {
        return new Petition(
                json.hash(plan),
                "lab",
                "cluster-1",
                "topics move",
                "ada",
                "ada@bastion",
                nonce,
                NOW,
                NOW.plus(Duration.ofMinutes(15)),
                "");
    }

    private Verdict verdict(String approver, Petition about) {
        return new Verdict(
                about.hash(),
                about.environment(),
                about.clusterId(),
                about.nonce(),
                approver,
                "shell-2",
                true,
                "",
                NOW,
                about.expires(),
                "");
    }

    private String place(String approver) {
        return "petitions/" + petition.hash().hex() + "/verdicts/" + petition.nonce() + "/" + approver;
    }

    /** Puts a verdict into the store past every check. */
    private void forge(String approver, Verdict verdict) {
        store.putIf(place(approver), json.write(verdict), Store.ABSENT);
    }

    @Test
    void anApprovalBySecondOperatorCounts() {
        pairing.say(verdict("ben", petition), petition, ben);

        assertThat(pairing.verdicts(petition, NOW)).singleElement().satisfies(verdict -> {
            assertThat(verdict.approver()).isEqualTo("ben");
            assertThat(verdict.approved()).isTrue();
        });
    }

    @Test
    void aVerdictSignedWithAnotherKeyIsNone() {
        Verdict forged = verdict("ben", petition);
        forge("ben", forged.signed(mallory.sign(json.write(forged))));

        assertThat(pairing.verdicts(petition, NOW)).isEmpty();
    }

    @Test
    void aVerdictChangedAfterItWasSignedIsNone() {
        Verdict veto = new Verdict(
                petition.hash(),
                "lab",
                "cluster-1",
                petition.nonce(),
                "ben",
                "shell-2",
                false,
                "no",
                NOW,
                petition.expires(),
                "");
        String signature = ben.sign(json.write(veto));
        forge("ben", verdict("ben", petition).signed(signature));

        assertThat(pairing.verdicts(petition, NOW)).isEmpty();
    }

    @Test
    void aVerdictOnAnotherPetitionForTheSamePlanIsNone() {
        Petition earlier = petition("an-earlier-one");
        Verdict old = verdict("ben", earlier);
        forge("ben", old.signed(ben.sign(json.write(old))));

        assertThat(pairing.verdicts(petition, NOW)).isEmpty();
    }

    @Test
    void aDriverWhoSignsTheirOwnApprovalUnderAnyNameIsNotBelieved() {
        Verdict own = verdict("ada", petition);
        forge("ada", own.signed(ada.sign(json.write(own))));
        Verdict asBen = verdict("ben", petition);
        forge("ben", asBen.signed(ada.sign(json.write(asBen))));

        assertThat(pairing.verdicts(petition, NOW)).isEmpty();
        assertThatThrownBy(() -> pairing.say(verdict("ada", petition), petition, ada))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("nobody approves their own plan");
    }

    @Test
    void aVerdictExpires() {
        pairing.say(verdict("ben", petition), petition, ben);

        assertThat(pairing.verdicts(petition, petition.expires())).isEmpty();
    }

    @Test
    void oneApprovalStartsOneOperation() {
        Verdict verdict = pairing.say(verdict("ben", petition), petition, ben);

        assertThat(pairing.use(verdict)).isTrue();
        assertThat(pairing.use(verdict)).isFalse();
    }

    @Test
    void aPetitionGoesAwayWithItsDriver() {
        assertThat(pairing.waiting()).hasSize(1);

        lease.close();

        assertThat(pairing.waiting()).isEmpty();
    }

    @Test
    void aPetitionNotSignedByItsDriverIsNotShown() {
        lease.close();
        Petition forged = petition("another");
        store.putIf(
                "petitions/" + forged.hash().hex() + "/petition",
                json.write(forged.signed(mallory.sign(json.write(forged)))),
                Store.ABSENT);

        assertThat(pairing.waiting()).isEmpty();
    }

    @Test
    void aPlanThatIsNotTheOneOfItsHashIsRefused() {
        String key = "petitions/" + petition.hash().hex() + "/plan/000000";
        Store.Entry entry = store.get(key).orElseThrow();
        store.putIf(key, entry.value().replace("\"window\":2", "\"window\":9"), entry.version());

        assertThatThrownBy(() -> pairing.plan(petition))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the plan is not the one that was submitted");
    }

    @Test
    void aKeyIsReadBackFromAFileOnlyItsOwnerCanRead() throws IOException {
        Path file = directory.resolve("ada");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new KeyFile(file).read())
                .hasValueSatisfying(key -> assertThat(key.publicKey()).isEqualTo(ada.publicKey()));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> new KeyFile(file).read())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("your key cannot be used");
    }

    @Test
    void aKeyIsNeverWrittenOver() {
        assertThatThrownBy(() -> key("ada"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("there is a key already");
    }
}
