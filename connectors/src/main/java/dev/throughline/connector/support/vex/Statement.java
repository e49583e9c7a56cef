package dev.throughline.connector.support.vex;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.throughline.connector.support.OneLine;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.VexStatement;
import dev.throughline.model.VexStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of a vulnerability in products.
 *
 * @param document who speaks, and where
 * @param vulnerability key of the vulnerability
 * @param status what is said
 * @param justification why a product is not affected, in the word of the format; null if it does not say
 * @param impact why, in free text; null if it does not say
 * @param time when; null for the time of the document
 * @param products the products
 */
public record Statement(
        VexDocument document,
        AssetKey vulnerability,
        VexStatus status,
        @Nullable String justification,
        @Nullable String impact,
        @Nullable Instant time,
        Products products) {
    /**
     * States it: once for all products that it limits to the same packages.
     *
     * @param sink takes the facts
     */
    public void state(FactSink sink) {
        products.byPackages().forEach((packages, group) -> {
            VexStatement said = said(group, packages);
            sink.accept(said);
            sink.accept(new Relation(said.key(), RelationType.SPEAKS_OF, vulnerability));
            group.forEach(product -> sink.accept(new Relation(said.key(), RelationType.APPLIES_TO, product)));
            packages.forEach(covered -> sink.accept(new Relation(said.key(), RelationType.COVERS, covered)));
        });
    }

    private VexStatement said(Set<AssetKey> group, Set<AssetKey> packages) {
        String author = line(document.author());
        String why = line(justification);
        String text = line(impact);
        Instant at = time == null ? document.time() : time;
        AssetKey key = key(
                document.id(),
                author,
                at,
                vulnerability,
                status,
                why,
                text,
                new TreeSet<>(group),
                new TreeSet<>(packages));
        return new VexStatement(
                key, status, why, text, author, document.id(), at, document.signature(), document.signer());
    }

    private static @Nullable String line(@Nullable String text) {
        return text == null || text.isBlank() ? null : OneLine.of(text);
    }

    /** Of all that is stated: a copy that says anything else is another statement, whoever signed either. */
    private static AssetKey key(@Nullable Object... parts) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (Object part : parts) {
            byte[] bytes = Objects.toString(part, "").getBytes(StandardCharsets.UTF_8);
            hasher.putInt(bytes.length).putBytes(bytes);
        }
        return AssetKey.of(AssetKind.VEX_STATEMENT, hasher.hash().toString());
    }
}
