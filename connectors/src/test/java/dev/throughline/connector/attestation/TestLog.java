package dev.throughline.connector.attestation;

import static dev.throughline.connector.attestation.TestAuthority.base64;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;

/** A transparency log like Rekor that holds one entry before each that is asked for. */
record TestLog(String host, KeyPair key) {
    private static final byte[] OTHER_ENTRY =
            Hashing.sha256().hashString("another entry", StandardCharsets.UTF_8).asBytes();

    TestLog(String host) {
        this(host, TestAuthority.newKey());
    }

    /** The entry as a bundle holds it, with a promise, a proof of inclusion and a checkpoint (RFC 6962, section 2.1). */
    String entry(String body, String kind, Instant time) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] root = hash(1, OTHER_ENTRY, hash(0, content));
        return """
                {
                  "logIndex": "1",
                  "logId": {"keyId": "%s"},
                  "kindVersion": {"kind": "%s", "version": "0.0.1"},
                  "integratedTime": "%s",
                  "inclusionPromise": {"signedEntryTimestamp": "%s"},
                  "inclusionProof": {
                    "logIndex": "1", "rootHash": "%s", "treeSize": "2", "hashes": ["%s"],
                    "checkpoint": {"envelope": "%s"}
                  },
                  "canonicalizedBody": "%s"
                }
                """.formatted(
                        base64(TestAuthority.keyId(key)),
                        kind,
                        time.getEpochSecond(),
                        promise(content, time),
                        base64(root),
                        base64(OTHER_ENTRY),
                        checkpoint(root).replace("\n", "\\n"),
                        base64(content));
    }

    private String promise(byte[] content, Instant time) {
        String id = BaseEncoding.base16().lowerCase().encode(TestAuthority.keyId(key));
        String promised = "{\"body\":\"%s\",\"integratedTime\":%s,\"logID\":\"%s\",\"logIndex\":1}"
                .formatted(base64(content), time.getEpochSecond(), id);
        return sign(promised);
    }

    String checkpoint(byte[] root) {
        String head = host + " - 1\n2\n" + base64(root) + "\n";
        byte[] signature = TestAuthority.sign(head.getBytes(StandardCharsets.UTF_8), key.getPrivate());
        byte[] hint = Arrays.copyOf(TestAuthority.keyId(key), 4);
        return head + "\n\u2014 " + host + " " + base64(Bytes.concat(hint, signature)) + "\n";
    }

    private String sign(String text) {
        return base64(TestAuthority.sign(text.getBytes(StandardCharsets.UTF_8), key.getPrivate()));
    }

    private static byte[] hash(int prefix, byte[]... parts) {
        return Hashing.sha256()
                .hashBytes(Bytes.concat(new byte[] {(byte) prefix}, Bytes.concat(parts)))
                .asBytes();
    }

    /** The log as a trusted root lists it. */
    String trusted(Instant begin, Instant end) {
        return trusted(host, key, begin, end);
    }

    static String trusted(String host, KeyPair key, Instant begin, Instant end) {
        return """
                {
                  "baseUrl": "https://%s", "hashAlgorithm": "SHA2_256", "logId": {"keyId": "%s"},
                  "publicKey": {
                    "rawBytes": "%s", "keyDetails": "PKIX_ECDSA_P256_SHA_256",
                    "validFor": {"start": "%s", "end": "%s"}
                  }
                }
                """.formatted(
                host, base64(TestAuthority.keyId(key)), base64(key.getPublic().getEncoded()), begin, end);
    }
}
