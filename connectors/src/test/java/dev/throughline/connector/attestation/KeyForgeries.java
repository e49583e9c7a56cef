package dev.throughline.connector.attestation;

import static dev.throughline.connector.attestation.Statements.shop;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.stream.Stream;

/** Envelopes signed by key, as cosign does with a key pair. */
final class KeyForgeries {
    static final String TYPE = "application/vnd.in-toto+json";
    private static final String UNTRUSTED = "it is not signed by a key that the policy trusts";

    private KeyForgeries() {}

    static Stream<Forgery> all() {
        KeyPair other = TestAuthority.newKey();
        return Stream.of(
                new Forgery("an untrusted key", envelope(shop(), sign(other, TYPE, shop()), ""), UNTRUSTED),
                new Forgery(
                        "an untrusted key by the name of a trusted one",
                        envelope(shop(), sign(other, TYPE, shop()), "cosign.pub"),
                        UNTRUSTED),
                new Forgery(
                        "a key's signature of another statement",
                        envelope(shop(), sign(Trusted.KEY, TYPE, shop() + " "), ""),
                        UNTRUSTED),
                new Forgery(
                        "a key's signature of another type",
                        envelope(shop(), sign(Trusted.KEY, "text/plain", shop()), ""),
                        UNTRUSTED),
                new Forgery(
                        "a key's signature of the bare payload",
                        envelope(
                                shop(),
                                TestAuthority.base64(TestAuthority.sign(
                                        shop().getBytes(StandardCharsets.UTF_8), Trusted.KEY.getPrivate())),
                                ""),
                        UNTRUSTED),
                new Forgery(
                        "a key's signature cut short",
                        envelope(shop(), sign(Trusted.KEY, TYPE, shop()).substring(0, 40), ""),
                        UNTRUSTED),
                new Forgery(
                        "a trusted key for another repository",
                        envelope(billing(), sign(Trusted.KEY, TYPE, billing()), ""),
                        "the policy does not let the signer speak for repository github.com/acme/billing"));
    }

    private static String billing() {
        return shop().replace("github.com/acme/shop", "github.com/acme/billing");
    }

    static String sign(KeyPair key, String type, String statement) {
        byte[] encoded = Signing.encoded(type, statement.getBytes(StandardCharsets.UTF_8));
        return TestAuthority.base64(TestAuthority.sign(encoded, key.getPrivate()));
    }

    static String envelope(String statement, String signature, String keyId) {
        return "{\"payloadType\": \"%s\", \"payload\": \"%s\", \"signatures\": [{\"keyid\": \"%s\", \"sig\": \"%s\"}]}"
                .formatted(TYPE, Forgery.base64(statement), keyId, signature);
    }
}
