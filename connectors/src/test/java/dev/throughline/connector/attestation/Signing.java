package dev.throughline.connector.attestation;

import static dev.throughline.connector.attestation.TestAuthority.base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** A keyless signature in the making, genuine unless something of it is changed. */
final class Signing {
    static final String GITHUB = "https://token.actions.githubusercontent.com";
    static final String SHOP = "https://github.com/acme/shop";
    static final String RELEASE = SHOP + "/.github/workflows/release.yml@refs/heads/main";
    static final Instant LOGGED = Instant.parse("2026-11-20T08:00:00Z");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    final KeyPair key = TestAuthority.newKey();
    private final Map<Integer, String> extensions = new TreeMap<>();
    final String statement;
    /** What is signed, nothing for the bare payload; the envelope always says that it is a statement. */
    String signedType = "application/vnd.in-toto+json";

    String mediaType = "application/vnd.dev.sigstore.bundle.v0.3+json";
    String kind = "dsse";
    TestAuthority authority;
    KeyPair certificateLog;
    TestLog log;
    GeneralName[] identities = {new GeneralName(GeneralName.uniformResourceIdentifier, RELEASE)};
    KeyPurposeId use = KeyPurposeId.id_kp_codeSigning;
    boolean timestamped = true;
    Instant begin = LOGGED.minusSeconds(60);
    Instant end = LOGGED.plusSeconds(540);
    Instant logged = LOGGED;
    X509Certificate loggedAs;
    TestTimestamps timestamps;

    Signing(TestSigstore sigstore, String statement) {
        this.statement = statement;
        this.authority = sigstore.authority;
        this.certificateLog = sigstore.certificateLog;
        this.log = sigstore.log;
        this.timestamps = sigstore.timestamps;
        extensions.putAll(Map.of(
                8,
                GITHUB,
                9,
                RELEASE,
                11,
                "github-hosted",
                12,
                SHOP,
                13,
                "3c7d8f1be2a95c64d8b7a3c2e1f09d8c7b6a5e4f",
                14,
                "refs/heads/main",
                15,
                "4711",
                18,
                RELEASE,
                21,
                SHOP + "/actions/runs/77/attempts/1"));
    }

    /** A workflow with its ref. */
    Signing by(String identity) {
        identities = new GeneralName[] {new GeneralName(GeneralName.uniformResourceIdentifier, identity)};
        return certifying(9, identity);
    }

    /** A person, of whom the certificate tells nothing else. */
    Signing byPerson(String address, String issuer) {
        identities = new GeneralName[] {new GeneralName(GeneralName.rfc822Name, address)};
        extensions.clear();
        return certifying(8, issuer);
    }

    /** Of a workflow that may be called: by which repository it was. */
    Signing calledFrom(String repository) {
        return certifying(12, "https://github.com/" + repository)
                .certifying(18, "https://github.com/" + repository + "/.github/workflows/release.yml@refs/heads/main")
                .certifying(21, "https://github.com/" + repository + "/actions/runs/77/attempts/1");
    }

    /** At another time. */
    Signing at(Instant time) {
        begin = time.minusSeconds(60);
        end = time.plusSeconds(540);
        logged = time;
        return this;
    }

    /** As Fulcio wrote certificates before version 1.1: bare text, and less of it. */
    Signing withOldExtensions() {
        extensions.keySet().retainAll(List.of(12));
        extensions.putAll(Map.of(1, GITHUB, 3, Statements.COMMIT, 5, "acme/shop", 6, "refs/heads/main"));
        return this;
    }

    /** Sets an extension of Fulcio's; null leaves it out. */
    Signing certifying(int extension, String value) {
        if (value == null) {
            extensions.remove(extension);
        } else {
            extensions.put(extension, value);
        }
        return this;
    }

    ObjectNode bundle() {
        try {
            X509Certificate certificate = certificate();
            byte[] payload = statement.getBytes(StandardCharsets.UTF_8);
            byte[] signature =
                    TestAuthority.sign(signedType.isEmpty() ? payload : encoded(signedType, payload), key.getPrivate());
            return parsed("""
                    {
                      "mediaType": "%s",
                      "verificationMaterial": {"certificate": {"rawBytes": "%s"}, "tlogEntries": [%s]},
                      "dsseEnvelope": {
                        "payloadType": "%s", "payload": "%s", "signatures": [{"keyid": "", "sig": "%s"}]
                      }
                    }
                    """.formatted(
                    mediaType,
                    base64(certificate.getEncoded()),
                    log.entry(body(payload, signature, loggedAs == null ? certificate : loggedAs), kind, logged),
                    "application/vnd.in-toto+json",
                    base64(payload),
                    base64(signature)));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A bundle with an entry of Rekor v2, which promises nothing and tells no time: a timestamp does. */
    ObjectNode bundleOfRekor2() {
        ObjectNode bundle = bundle();
        byte[] signature = decoded(bundle.at("/dsseEnvelope/signatures/0/sig"));
        String body =
                ("{\"apiVersion\":\"0.0.2\",\"kind\":\"dsse\",\"spec\":{\"dsseV002\":{\"payloadHash\":{\"algorithm\":"
                                + "\"SHA2_256\",\"digest\":\"%s\"},\"signatures\":[{\"content\":\"%s\",\"verifier\":{\"keyDetails\":"
                                + "\"PKIX_ECDSA_P256_SHA_256\",\"x509Certificate\":{\"rawBytes\":\"%s\"}}}]}}}")
                        .formatted(
                                base64(Hashing.sha256()
                                        .hashString(statement, StandardCharsets.UTF_8)
                                        .asBytes()),
                                base64(signature),
                                bundle.at("/verificationMaterial/certificate/rawBytes")
                                        .asText());
        ObjectNode entry = parsed(log.entry(body, kind, Instant.EPOCH));
        entry.remove("inclusionPromise");
        ((ObjectNode) entry.get("kindVersion")).put("version", "0.0.2");
        ObjectNode material = (ObjectNode) bundle.get("verificationMaterial");
        material.putArray("tlogEntries").add(entry);
        material.putObject("timestampVerificationData")
                .putArray("rfc3161Timestamps")
                .addObject()
                .put("signedTimestamp", timestamps.timestamp(signature, logged));
        return bundle;
    }

    private static byte[] decoded(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }

    private static ObjectNode parsed(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    X509Certificate certificate() {
        try {
            return issued();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private X509Certificate issued() throws IOException {
        X509v3CertificateBuilder certificate = authority
                .certificate(key, begin, end)
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(use));
        certificate.addExtension(Extension.subjectAlternativeName, true, new GeneralNames(identities));
        for (Map.Entry<Integer, String> extension : extensions.entrySet()) {
            certificate.addExtension(
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.1." + extension.getKey()),
                    false,
                    extension.getKey() <= 6
                            ? extension.getValue().getBytes(StandardCharsets.UTF_8)
                            : new DERUTF8String(extension.getValue()).getEncoded());
        }
        return timestamped ? authority.issue(certificate, certificateLog, begin) : authority.issue(certificate);
    }

    /** The pre-authentication encoding of DSSE. */
    static byte[] encoded(String payloadType, byte[] payload) {
        String header = "DSSEv1 " + payloadType.length() + " " + payloadType + " " + payload.length + " ";
        return Bytes.concat(header.getBytes(StandardCharsets.UTF_8), payload);
    }

    /** The entry that Rekor makes of an envelope (rekor, types/dsse, v0.0.1). */
    static String body(byte[] payload, byte[] signature, X509Certificate certificate)
            throws CertificateEncodingException {
        String pem =
                "-----BEGIN CERTIFICATE-----\n" + base64(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n";
        return ("{\"apiVersion\":\"0.0.1\",\"kind\":\"dsse\",\"spec\":{\"envelopeHash\":{\"algorithm\":\"sha256\","
                        + "\"value\":\"%s\"},\"payloadHash\":{\"algorithm\":\"sha256\",\"value\":\"%s\"},"
                        + "\"signatures\":[{\"signature\":\"%s\",\"verifier\":\"%s\"}]}}")
                .formatted(
                        "0".repeat(64),
                        Hashing.sha256().hashBytes(payload),
                        base64(signature),
                        base64(pem.getBytes(StandardCharsets.UTF_8)));
    }
}
