package dev.throughline.connector.support.vex;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.PackageReference;
import dev.throughline.connector.support.VulnerabilityId;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.sbom.SbomDocument;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.AssetKey;
import dev.throughline.model.SignatureState;
import dev.throughline.model.Text;
import dev.throughline.model.VexStatus;
import dev.throughline.model.Vulnerability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Statements of OpenVEX 0.0.x, in which things are named by strings, and 0.2.0, in which they are objects. */
public final class OpenVex {
    private static final String NAMESPACE = "https://openvex.dev/ns";

    private static final Map<String, VexStatus> STATES = Map.of(
            "not_affected", VexStatus.NOT_AFFECTED,
            "affected", VexStatus.AFFECTED,
            "fixed", VexStatus.FIXED,
            "under_investigation", VexStatus.UNDER_INVESTIGATION);

    private final VexDocument document;

    private OpenVex(VexDocument document) {
        this.document = document;
    }

    /**
     * A document in a file of its own, which nobody signed.
     *
     * @param head the document, which may lack its statements
     * @param sink takes a rejection of a time that is none
     * @return the document
     */
    public static OpenVex unsigned(Fields head, FactSink sink) {
        return signed(head, SignatureState.ABSENT, null, sink);
    }

    /**
     * A document in an attestation.
     *
     * @param head the document, which may lack its statements
     * @param signature what is known of the signature on the attestation
     * @param signer who signed it; null if nobody is known to have
     * @param sink takes a rejection of a time that is none
     * @return the document
     */
    public static OpenVex signed(Fields head, SignatureState signature, @Nullable String signer, FactSink sink) {
        return new OpenVex(new VexDocument(head.text("@id"), head.text("author"), time(head, sink), signature, signer));
    }

    /**
     * Whether a JSON-LD context, or the type of a predicate, is that of OpenVEX.
     *
     * @param uri an address
     * @return whether it is, of any version
     */
    public static boolean isMeant(String uri) {
        return uri.equals(NAMESPACE) || uri.startsWith(NAMESPACE + "/");
    }

    /**
     * Reads one of the statements of the document.
     *
     * @param statement the statement
     * @param sink takes what it says, and the vulnerability it names
     * @throws IllegalArgumentException if it cannot be used
     */
    public void state(Fields statement, FactSink sink) {
        String word = statement.requiredText("status");
        VexStatus status = STATES.get(word);
        if (status == null) {
            throw new WrongShape(statement.pointer() + "/status", "'" + Text.quote(word) + "' is not a status");
        }
        AssetKey vulnerability = vulnerability(statement.get("vulnerability"), sink);
        String supplier = statement.text("supplier");
        VexDocument said = supplier == null ? document : document.by(supplier);
        new Statement(
                        said,
                        vulnerability,
                        status,
                        statement.text("justification"),
                        statement.text("impact_statement"),
                        time(statement, sink),
                        products(statement, sink))
                .state(sink);
    }

    private static @Nullable Instant time(Fields stated, FactSink sink) {
        Instant updated = SbomDocument.time(stated, "last_updated", sink);
        return updated == null ? SbomDocument.time(stated, "timestamp", sink) : updated;
    }

    private static AssetKey vulnerability(Fields named, FactSink sink) {
        if (named.node().isTextual()) {
            return AssetKey.vulnerability(named.text());
        }
        VulnerabilityId ids = VulnerabilityId.of(named.requiredText("name"), named.strings("aliases"));
        sink.accept(new Vulnerability(
                ids.key(), null, null, null, null, null, null, null, ids.aliases(), null, null, null));
        return ids.key();
    }

    private static Products products(Fields statement, FactSink sink) {
        List<Fields> named = statement.list("products");
        if (named.isEmpty()) {
            throw new WrongShape(statement.pointer() + "/products", "it names no product");
        }
        Products products = new Products();
        for (Fields product : named) {
            List<Fields> parts = (product.node().isObject() ? product : statement).list("subcomponents");
            AssetKey key = resolve(product, Products::key, sink);
            Set<AssetKey> packages = new TreeSet<>();
            for (Fields part : parts) {
                AssetKey covered =
                        resolve(part, purl -> PackageReference.parse(purl).key(), sink);
                if (covered != null) {
                    packages.add(covered);
                }
            }
            boolean isNarrow =
                    parts.isEmpty() == packages.isEmpty(); // else it would seem to speak of the whole product
            if (key != null && isNarrow) {
                products.add(key, packages);
            }
        }
        return products;
    }

    private static @Nullable AssetKey resolve(Fields named, Function<String, AssetKey> key, FactSink sink) {
        Fields id = named.node().isTextual() ? named : named.get("@id");
        Fields purl = named.node().isTextual()
                ? Fields.NONE
                : named.object("identifiers").get("purl");
        Fields best = purl.isAbsent() ? id : purl;
        try {
            return key.apply(best.text());
        } catch (WrongShape e) {
            throw e;
        } catch (IllegalArgumentException e) {
            sink.reject(new Rejection(named.file(), best.pointer(), String.valueOf(e.getMessage())));
            return null;
        }
    }
}
