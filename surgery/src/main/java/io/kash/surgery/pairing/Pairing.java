package io.kash.surgery.pairing;

import io.kash.surgery.coordination.LongText;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Plans that wait for a second operator, and the verdicts on them, as the environment's store holds them. Whatever the
 * store says is believed only as far as signatures by keys of the roster go.
 */
public final class Pairing {
    private static final String ROOT = "petitions";

    private final Store store;
    private final Json json;
    private final Roster roster;

    public Pairing(Store store, Json json, Roster roster) {
        this.store = store;
        this.json = json;
        this.roster = roster;
    }

    /**
     * Lays a plan before the others. It is there until the session ends.
     *
     * @return false when the same plan lies there already, of another shell
     */
    public boolean submit(Store.Session session, Plan plan, Petition petition, OperatorKey key) {
        String place = ROOT + "/" + petition.hash().hex();
        LongText.write(store, place + "/plan", json.write(plan));
        Petition signed = petition.signed(key.sign(json.write(petition.signed(""))));
        return session.claim(place + "/petition", json.write(signed)).isPresent();
    }

    /** Every petition whose driver's shell is there and whose signature is right, the oldest first. */
    public List<Petition> waiting() {
        List<Petition> waiting = new ArrayList<>();
        for (String hash : store.list(ROOT)) {
            store.get(ROOT + "/" + hash + "/petition")
                    .map(entry -> json.read(entry.value(), Petition.class, "a petition"))
                    .filter(petition -> petition.hash().hex().equals(hash))
                    .filter(this::genuine)
                    .ifPresent(waiting::add);
        }
        waiting.sort(Comparator.comparing(Petition::at));
        return waiting;
    }

    private boolean genuine(Petition petition) {
        return roster.keyOf(petition.driver())
                .filter(key -> OperatorKey.verify(key, json.write(petition.signed("")), petition.signature()))
                .isPresent();
    }

    /**
     * The plan a petition is about, read from the store and hashed here: nothing of it is taken on trust.
     *
     * @throws ProblemException when what lies there is not the plan of that hash
     */
    public Plan plan(Petition petition) {
        String text = LongText.read(store, ROOT + "/" + petition.hash().hex() + "/plan")
                .orElseThrow(() -> noLonger(petition));
        Plan plan = json.read(
                text, Plan.class, "the plan of petition " + petition.hash().brief());
        if (!json.hash(plan).equals(petition.hash())) {
            throw new Problem(
                            Problem.Kind.REFUSED,
                            "the plan is not the one that was submitted",
                            petition.environment(),
                            "its hash is " + json.hash(plan).hex() + ", the petition says "
                                    + petition.hash().hex(),
                            "ask " + petition.driver() + " to submit it again, and find out who changed it")
                    .asException();
        }
        return plan;
    }

    /** @throws ProblemException when the approver drives it, or another verdict of the same operator is there */
    public Verdict say(Verdict verdict, Petition petition, OperatorKey key) {
        if (verdict.approver().equals(petition.driver())
                || roster.keyOf(petition.driver()).equals(Optional.of(key.publicKey()))) {
            throw new Problem(
                            Problem.Kind.NOT_AUTHORISED,
                            "nobody approves their own plan",
                            petition.environment(),
                            petition.driver() + " drives it",
                            "another operator of this environment can approve it")
                    .asException();
        }
        Verdict signed = verdict.signed(key.sign(json.write(verdict.signed(""))));
        if (store.putIf(place(petition, verdict.approver()), json.write(signed), Store.ABSENT)
                .isEmpty()) {
            throw new Problem(
                            Problem.Kind.REFUSED,
                            verdict.approver() + " has already said something about this plan",
                            petition.environment(),
                            "a verdict is given once",
                            "ask " + petition.driver() + " to submit it again")
                    .asException();
        }
        return signed;
    }

    /** Verdicts on exactly this petition, by operators of the roster other than its driver, signed and not expired. */
    public List<Verdict> verdicts(Petition petition, Instant now) {
        List<Verdict> verdicts = new ArrayList<>();
        for (String approver : store.list(place(petition))) {
            store.get(place(petition, approver))
                    .map(entry -> json.read(entry.value(), Verdict.class, "a verdict"))
                    .filter(verdict -> verdict.approver().equals(approver))
                    .filter(verdict -> about(verdict, petition))
                    .filter(verdict -> now.isBefore(verdict.expires()))
                    .filter(verdict -> genuine(verdict, petition))
                    .ifPresent(verdicts::add);
        }
        return verdicts;
    }

    /** Takes a verdict for use. False when it has been used: one approval starts one operation. */
    public boolean use(Verdict verdict) {
        String place = ROOT + "/" + verdict.hash().hex() + "/used/" + verdict.nonce();
        return store.putIf(place, verdict.approver(), Store.ABSENT).isPresent();
    }

    private static boolean about(Verdict verdict, Petition petition) {
        return verdict.hash().equals(petition.hash())
                && verdict.nonce().equals(petition.nonce())
                && verdict.environment().equals(petition.environment())
                && verdict.clusterId().equals(petition.clusterId());
    }

    private boolean genuine(Verdict verdict, Petition petition) {
        Optional<PublicKeyText> key = roster.keyOf(verdict.approver());
        return key.isPresent()
                && !verdict.approver().equals(petition.driver())
                && !key.equals(roster.keyOf(petition.driver()))
                && OperatorKey.verify(key.get(), json.write(verdict.signed("")), verdict.signature());
    }

    /** The petition whose hash begins so. */
    public Petition waiting(String hash) {
        List<Petition> found = waiting().stream()
                .filter(petition -> petition.hash().hex().startsWith(hash))
                .toList();
        if (found.size() != 1) {
            throw Problem.usage(
                            found.isEmpty()
                                    ? "no plan " + hash + " waits for an approval"
                                    : "more than one plan that waits begins with " + hash,
                            "this environment's store",
                            found.isEmpty() ? "its driver may have left, or it was never submitted" : "",
                            "approvals list")
                    .asException();
        }
        return found.get(0);
    }

    private static ProblemException noLonger(Petition petition) {
        return Problem.failed(
                        "the plan " + petition.hash().brief() + " is not there",
                        petition.environment(),
                        "its driver has left",
                        "approvals list")
                .asException();
    }

    private static String place(Petition petition) {
        return ROOT + "/" + petition.hash().hex() + "/verdicts/" + petition.nonce();
    }

    private static String place(Petition petition, String approver) {
        return place(petition) + "/" + approver;
    }
}
