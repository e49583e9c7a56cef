package dev.throughline.connector.attestation;

import java.security.KeyPair;
import java.time.Instant;

/** A Sigstore of our own: authorities for certificates and times, a certificate log and a log of signatures, all of them trusted by one root. */
final class TestSigstore {
    static final Instant BEGIN = Instant.parse("2026-06-01T00:00:00Z");
    static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

    static final Instant LOG_END = Instant.parse("2026-12-01T00:00:00Z");

    final TestAuthority authority = new TestAuthority("example");
    final KeyPair certificateLog = TestAuthority.newKey();
    final TestTimestamps timestamps = new TestTimestamps();
    final TestLog log = new TestLog("log.example");

    String trustedRoot() {
        return """
                {
                  "mediaType": "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
                  "tlogs": [%s],
                  "certificateAuthorities": [{
                    "subject": {"organization": "example", "commonName": "example"},
                    "uri": "https://authority.example",
                    "certChain": %s,
                    "validFor": {"start": "%s", "end": "%s"}
                  }],
                  "ctlogs": [%s],
                  "timestampAuthorities": [%s]
                }
                """.formatted(
                        log.trusted(BEGIN, LOG_END),
                        authority.chain(),
                        BEGIN,
                        END,
                        TestLog.trusted("certificates.example", certificateLog, BEGIN, END),
                        timestamps.trusted());
    }

    /** A release workflow of acme/shop about to sign a statement. */
    Signing signing(String statement) {
        return new Signing(this, statement);
    }
}
