package dev.throughline.connector.attestation;

import static dev.throughline.connector.attestation.Forgery.altered;
import static dev.throughline.connector.attestation.Forgery.base64;
import static dev.throughline.connector.attestation.Forgery.entry;
import static dev.throughline.connector.attestation.Forgery.envelope;
import static dev.throughline.connector.attestation.Forgery.otherHash;
import static dev.throughline.connector.attestation.Forgery.proof;
import static dev.throughline.connector.attestation.Forgery.signed;
import static dev.throughline.connector.attestation.Signing.LOGGED;
import static dev.throughline.connector.attestation.Statements.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** Bundles in which something does not hold: the signature, the certificate, or the log. */
final class BundleForgeries {
    private static final String SIGNATURE = refused("DSSE signature was not valid");
    private static final String PROOF =
            refused("Calculated inclusion proof root hash does not match provided root hash");
    private static final String PROMISE = refused("Entry SET was not valid");
    private static final String VALIDITY =
            "and its certificate was valid from 2026-11-20T07:59:00Z to 2026-11-20T08:09:00Z";
    private static final String TIME = refused("No timestamp verification (set, timestamp) was provided");

    private BundleForgeries() {}

    static Stream<Forgery> all() {
        return Stream.of(envelopes(), certificates(), entries(), proofs(), timestamps())
                .flatMap(forgeries -> forgeries);
    }

    private static Stream<Forgery> envelopes() {
        return Stream.of(
                altered(
                        "another subject",
                        SIGNATURE,
                        b -> says(b, shop().replace("/shop\", \"digest", "/x\", \"digest"))),
                altered("another payload", SIGNATURE, b -> says(b, shop() + " ")),
                altered("a replay for another digest", SIGNATURE, b -> {
                    ObjectNode other = Trusted.SIGSTORE
                            .signing(shop().replace("a".repeat(64), "b".repeat(64)))
                            .bundle();
                    b.setAll(other);
                    says(b, shop());
                }),
                altered("no signature at all", refused("not enough content"), b -> sign(b, base64("no signature"))),
                altered("a signature that is no base64", refused("Unrecognized character: %"), b -> sign(b, "%%%")),
                altered("the signature of another bundle", SIGNATURE, b -> sign(b, otherSignature())),
                signed("a signature of the bare payload", SIGNATURE, shop(), s -> s.signedType = ""),
                altered(
                        "several signatures",
                        refused("DSSE envelope must have exactly 1 signature, but found: 2"),
                        b -> ((ArrayNode) envelope(b).get("signatures"))
                                .addObject()
                                .put("sig", otherSignature())),
                signed("a payload of another type", SIGNATURE, shop(), s -> s.signedType = "text/plain"),
                altered(
                        "a blob beside the statement",
                        refused(
                                "Cannot set field dev.sigstore.bundle.v1.Bundle.message_signature because another field"
                                        + " dev.sigstore.bundle.v1.Bundle.dsse_envelope belonging to the same oneof has already been set"),
                        b -> b.putObject("messageSignature").put("signature", otherSignature())),
                altered(
                        "a second envelope by another name",
                        refused("Field dev.sigstore.bundle.v1.Bundle.dsse_envelope has already been set."),
                        b -> b.set(
                                "dsse_envelope",
                                envelope(Trusted.SIGSTORE.signing(shop()).bundle()))));
    }

    private static Stream<Forgery> certificates() {
        return Stream.of(
                signed(
                        "a foreign authority of the same name",
                        refused("Certificate was not verifiable against CAs"),
                        shop(),
                        s -> s.authority = new TestAuthority("example")),
                signed(
                        "no timestamp of a certificate log",
                        refused("No valid SCTs were found during verification"),
                        shop(),
                        s -> s.timestamped = false),
                signed(
                        "a timestamp of a foreign certificate log",
                        refused("No valid SCTs were found, all(1) SCTs were invalid"),
                        shop(),
                        s -> s.certificateLog = TestAuthority.newKey()),
                signed(
                        "an expired certificate",
                        "it was logged at 2026-11-20T08:09:01Z, " + VALIDITY,
                        shop(),
                        s -> s.logged = s.end.plusSeconds(1)),
                signed(
                        "a certificate that was not yet valid",
                        "it was logged at 2026-11-20T07:58:59Z, " + VALIDITY,
                        shop(),
                        s -> s.logged = s.begin.minusSeconds(1)),
                signed(
                        "a certificate of before the authority was trusted",
                        refused("No valid Certificate Authorities found when validating certificate"),
                        shop(),
                        s -> s.at(TestSigstore.BEGIN.minus(Duration.ofDays(1)))),
                signed(
                        "a log that is no longer trusted",
                        "it was logged at 2026-12-01T00:00:01Z, when its log was not trusted",
                        shop(),
                        s -> s.at(TestSigstore.LOG_END.plusSeconds(1))),
                signed(
                        "a certificate for servers",
                        "its certificate is not one to sign code with",
                        shop(),
                        s -> s.use = KeyPurposeId.id_kp_serverAuth),
                altered(
                        "another certificate",
                        SIGNATURE,
                        b -> b.set(
                                "verificationMaterial",
                                ((ObjectNode) Trusted.SIGSTORE
                                                .signing(shop())
                                                .bundle()
                                                .get("verificationMaterial"))
                                        .set("tlogEntries", b.at("/verificationMaterial/tlogEntries")))),
                altered(
                        "no certificate but bytes",
                        "its certificate cannot be read",
                        b -> ((ObjectNode) b.at("/verificationMaterial/certificate"))
                                .put("rawBytes", base64("no certificate"))),
                altered(
                        "a certificate and a chain",
                        refused(
                                "Cannot set field dev.sigstore.bundle.v1.VerificationMaterial.x509_certificate_chain because"
                                        + " another field dev.sigstore.bundle.v1.VerificationMaterial.certificate belonging to the same"
                                        + " oneof has alread…"),
                        b -> ((ObjectNode) b.get("verificationMaterial"))
                                .putObject("x509CertificateChain")
                                .putArray("certificates")
                                .add(b.at("/verificationMaterial/certificate"))));
    }

    private static Stream<Forgery> entries() {
        return Stream.of(
                signed(
                        "a foreign log of the same name",
                        refused("Log entry (logid) does not match any provided transparency logs."),
                        shop(),
                        s -> s.log = new TestLog("log.example")),
                altered(
                        "no log entry",
                        refused("Could not find any tlog entries in bundle json"),
                        b -> ((ObjectNode) b.get("verificationMaterial")).putArray("tlogEntries")),
                altered(
                        "the log entry of another bundle",
                        refused("Digest of DSSE payload in bundle does not match DSSE payload digest in log entry"),
                        b -> ((ObjectNode) b.get("verificationMaterial"))
                                .set(
                                        "tlogEntries",
                                        Trusted.SIGSTORE
                                                .signing(shop().replace("77", "78"))
                                                .bundle()
                                                .at("/verificationMaterial/tlogEntries"))),
                altered(
                        "a log entry of the same statement by somebody else",
                        refused("Provided DSSE signature materials are inconsistent with DSSE log entry"),
                        b -> ((ObjectNode) b.get("verificationMaterial"))
                                .set(
                                        "tlogEntries",
                                        Trusted.SIGSTORE
                                                .signing(shop())
                                                .bundle()
                                                .at("/verificationMaterial/tlogEntries"))),
                signed(
                        "a log entry of another certificate",
                        "its log entry is of another certificate",
                        shop(),
                        s -> s.loggedAs = Trusted.SIGSTORE.signing(shop()).certificate()),
                altered(
                        "another time",
                        PROMISE,
                        b -> entry(b).put("integratedTime", String.valueOf(LOGGED.getEpochSecond() + 1))),
                altered("another place in the log", PROMISE, b -> entry(b).put("logIndex", "7")),
                altered(
                        "an altered promise",
                        PROMISE,
                        b -> ((ObjectNode) entry(b).get("inclusionPromise"))
                                .put("signedEntryTimestamp", otherSignature())),
                altered("no promise and no timestamp", TIME, b -> entry(b).remove("inclusionPromise")),
                altered(
                        "an empty promise",
                        TIME,
                        b -> ((ObjectNode) entry(b).get("inclusionPromise")).put("signedEntryTimestamp", "")),
                altered(
                        "a timestamp that is none",
                        refused("failed to construct sequence from byte[]: unknown tag 0 encountered"),
                        b -> ((ObjectNode) b.get("verificationMaterial"))
                                .putObject("timestampVerificationData")
                                .putArray("rfc3161Timestamps")
                                .addObject()
                                .put("signedTimestamp", base64("no timestamp"))));
    }

    private static Stream<Forgery> proofs() {
        return Stream.of(
                altered(
                        "no inclusion proof",
                        refused("Could not find an inclusion proof"),
                        b -> entry(b).remove("inclusionProof")),
                altered("a hash too few", PROOF, b -> proof(b).putArray("hashes")),
                altered(
                        "a hash too many",
                        refused("Inclusion proof failed, ended prematurely"),
                        b -> proof(b).withArray("hashes").add(otherHash())),
                altered("another hash", PROOF, b -> proof(b).putArray("hashes").add(otherHash())),
                altered("another root", PROOF, b -> proof(b).put("rootHash", otherHash())),
                altered(
                        "another size of the tree",
                        "its inclusion proof is of another tree than its checkpoint",
                        b -> proof(b).put("treeSize", "3")),
                altered(
                        "the checkpoint of another tree",
                        refused("Checkpoint root hash does not match root hash provided in inclusion proof"),
                        b -> checkpoint(b, Trusted.SIGSTORE.log.checkpoint(new byte[32]))),
                altered(
                        "the checkpoint of a foreign log",
                        refused("No matching checkpoint signature found for transparency log: log.example"),
                        b -> checkpoint(
                                b,
                                b.at("/verificationMaterial/tlogEntries/0/inclusionProof/checkpoint/envelope")
                                        .asText()
                                        .replaceFirst("(?s)\n\n.*", "\n\n\u2014 other.example AAAAAAAA\n"))),
                altered(
                        "a checkpoint nobody signed",
                        refused("Checkpoint body must contain at least one signature"),
                        b -> checkpoint(
                                b,
                                b.at("/verificationMaterial/tlogEntries/0/inclusionProof/checkpoint/envelope")
                                        .asText()
                                        .replaceFirst("(?s)\n\n.*", "\n\n"))));
    }

    /** Of entries of Rekor v2, whose time only a timestamp tells. */
    private static Stream<Forgery> timestamps() {
        return Stream.of(
                stamped(
                        "a timestamp of a foreign authority",
                        refused("Certificates in token were not verifiable against TSAs"),
                        s -> s.timestamps = new TestTimestamps()),
                stamped(
                        "a timestamp of after the certificate",
                        refused("its certificate was not valid at the time of its timestamp"),
                        s -> s.logged = s.end.plusSeconds(1)),
                stamped(
                        "a timestamp of before the certificate",
                        refused("its certificate was not valid at the time of its timestamp"),
                        s -> s.logged = s.begin.minusSeconds(1)),
                new Forgery(
                        "a timestamp of another signature",
                        withOtherTimestamp(),
                        refused("Timestamp message imprint digest does not match artifact hash")));
    }

    private static String withOtherTimestamp() {
        ObjectNode bundle = Trusted.SIGSTORE.signing(shop()).bundleOfRekor2();
        ObjectNode other = Trusted.SIGSTORE.signing(shop()).bundleOfRekor2();
        ((ObjectNode) bundle.get("verificationMaterial"))
                .set("timestampVerificationData", other.at("/verificationMaterial/timestampVerificationData"));
        return bundle.toString();
    }

    private static Forgery stamped(String name, String verdict, Consumer<Signing> change) {
        Signing signing = Trusted.SIGSTORE.signing(shop());
        change.accept(signing);
        return new Forgery(name, signing.bundleOfRekor2().toString(), verdict);
    }

    private static void checkpoint(ObjectNode bundle, String checkpoint) {
        proof(bundle).putObject("checkpoint").put("envelope", checkpoint);
    }

    private static void says(ObjectNode bundle, String statement) {
        envelope(bundle).put("payload", base64(statement));
    }

    private static void sign(ObjectNode bundle, String signature) {
        ((ObjectNode) bundle.at("/dsseEnvelope/signatures/0")).put("sig", signature);
    }

    private static String otherSignature() {
        return Trusted.SIGSTORE
                .signing(shop())
                .bundle()
                .at("/dsseEnvelope/signatures/0/sig")
                .asText();
    }

    private static String refused(String reason) {
        return "sigstore-java refuses it: " + reason;
    }
}
