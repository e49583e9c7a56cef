package dev.throughline.connector.attestation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * A forged document and the sentence that says what is wrong with it.
 *
 * @param name what was forged
 * @param document the document
 * @param verdict the sentence
 */
record Forgery(String name, String document, String verdict) {
    /** Signed by somebody with a genuine certificate, but not as acme's release workflow would. */
    static Forgery signed(String name, String verdict, String statement, Consumer<Signing> change) {
        Signing signing = Trusted.SIGSTORE.signing(statement);
        change.accept(signing);
        return new Forgery(name, signing.bundle().toString(), verdict);
    }

    /** The genuine bundle, changed afterwards. */
    static Forgery altered(String name, String verdict, Consumer<ObjectNode> change) {
        ObjectNode bundle = Trusted.SIGSTORE.signing(Statements.shop()).bundle();
        change.accept(bundle);
        return new Forgery(name, bundle.toString(), verdict);
    }

    static ObjectNode envelope(ObjectNode bundle) {
        return (ObjectNode) bundle.get("dsseEnvelope");
    }

    static ObjectNode entry(ObjectNode bundle) {
        return (ObjectNode) bundle.at("/verificationMaterial/tlogEntries/0");
    }

    static ObjectNode proof(ObjectNode bundle) {
        return (ObjectNode) entry(bundle).get("inclusionProof");
    }

    static String base64(String text) {
        return TestAuthority.base64(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A hash that is none of the tree's. */
    static String otherHash() {
        return TestAuthority.base64(
                Hashing.sha256().hashString("other", StandardCharsets.UTF_8).asBytes());
    }

    @Override
    public String toString() {
        return name;
    }
}
