package dev.throughline.testing;

import com.google.common.hash.Hashing;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Digest;
import dev.throughline.model.RelationType;
import dev.throughline.model.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An estate of a few assets, written down as facts for a test. It is a connector, so its facts take the way that all facts
 * take:
 *
 * <pre>{@code
 * SmallEstate shop = SmallEstate.named("shop")
 *         .repository("github.com/acme/shop")
 *             .pipeline(".github/workflows/release.yml").run("17").on(COMMIT).pushes(IMAGE)
 *         .workload("prod-eu", "shop", "Deployment", "payments").runs(IMAGE);
 * }</pre>
 *
 * <p>Every step returns a new estate and leaves this one as it was, so that tests can share a beginning. What no step
 * offers is said with {@link #asset} and {@link #relation}. Immutable and safe to share between threads.
 */
@CheckReturnValue
public abstract sealed class SmallEstate implements Connector
        permits PlainEstate, RepositoryStep, PipelineStep, RunStep, ImageStep, WorkloadStep {
    final EstateFacts facts;

    SmallEstate(EstateFacts facts) {
        this.facts = facts;
    }

    /**
     * An estate without assets.
     *
     * @param name names it; estates of different names are different sources, which an engine holds side by side
     * @return the estate
     */
    public static SmallEstate named(String name) {
        return new PlainEstate(EstateFacts.of(new Scope("small-estate", name)));
    }

    /**
     * A digest that stands for some content, so that images can be told apart by words.
     *
     * @param content any text
     * @return the SHA-256 of its UTF-8 form
     */
    public static Digest digest(String content) {
        return new Digest(
                "sha256",
                Hashing.sha256().hashString(content, StandardCharsets.UTF_8).toString());
    }

    /**
     * Adds a repository, or goes on with one.
     *
     * @param address any address of it, such as {@code github.com/acme/shop}
     * @return this estate with the repository
     */
    public RepositoryStep repository(String address) {
        return new RepositoryStep(facts, AssetKey.repository(address));
    }

    /**
     * Adds an image, or goes on with one.
     *
     * @param digest digest of its manifest
     * @return this estate with the image
     */
    public ImageStep image(Digest digest) {
        return new ImageStep(facts, AssetKey.image(digest));
    }

    /**
     * Adds a Kubernetes workload, or goes on with one.
     *
     * @param cluster name of its cluster
     * @param namespace its namespace
     * @param type kind of the object, such as {@code Deployment}
     * @param name its name
     * @return this estate with the workload
     */
    public WorkloadStep workload(String cluster, String namespace, String type, String name) {
        return new WorkloadStep(facts, cluster, namespace, type, name);
    }

    /**
     * Adds any asset, or more attributes of one.
     *
     * @param key its key
     * @param attributes attributes by name, as {@link dev.throughline.model.AssetKind#attributes()} lists them
     * @return this estate with the asset
     */
    public SmallEstate asset(AssetKey key, Map<String, ?> attributes) {
        return new PlainEstate(facts.with(key, attributes));
    }

    /**
     * Adds any relation.
     *
     * @param from where it starts
     * @param type what it means
     * @param to where it ends
     * @return this estate with the relation
     * @throws IllegalArgumentException if the type does not allow the ends
     */
    public SmallEstate relation(AssetKey from, RelationType type, AssetKey to) {
        return relation(from, type, to, Map.of());
    }

    /**
     * Adds any relation with properties.
     *
     * @param from where it starts
     * @param type what it means
     * @param to where it ends
     * @param properties properties by name
     * @return this estate with the relation
     * @throws IllegalArgumentException if the type does not allow the ends or a property
     */
    public SmallEstate relation(AssetKey from, RelationType type, AssetKey to, Map<String, String> properties) {
        return new PlainEstate(facts.with(from, type, to, properties));
    }

    /**
     * Assesses this estate alone, in memory, by the rules that come with Throughline.
     *
     * @return the assessment
     */
    public Assessment assess() {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(this);
            return throughline.assess();
        }
    }

    @Override
    public Scope scope() {
        return facts.scope();
    }

    @Override
    public Listing list() {
        return Listing.complete(List.of(facts));
    }
}
