package dev.throughline;

import dev.throughline.model.Asset;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Provenance;
import dev.throughline.model.Scope;
import dev.throughline.store.Projection.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an asset: its attributes, who described it, and what was concluded if it is a weakness.
 *
 * @param asset the asset
 * @param sources who described it
 * @param judgement what was concluded, if it is a weakness
 */
record AssetContent(
        Asset asset, List<Provenance> sources, @Nullable Judgement judgement) implements Content {
    @Override
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("key", asset.key().text());
        AssetKind kind = asset.kind();
        @Nullable Object[] values = kind.values(asset);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                properties.put(kind.attributes().get(i), value instanceof Enum<?> e ? DerivedElements.text(e) : value);
            }
        }
        properties.put("scopes", scopes().stream().map(Scope::toString).toList());
        if (judgement != null) {
            properties.putAll(judgement.properties());
        }
        return properties;
    }

    /** In the order of their texts. */
    private List<Scope> scopes() {
        return sources.size() == 1
                ? List.of(sources.get(0).scope())
                : sources.stream().map(Provenance::scope).distinct().sorted().toList();
    }

    /** That a source was read again changes its provenance, but nothing that is shown. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AssetContent that
                && asset.equals(that.asset)
                && (sources.equals(that.sources) || scopes().equals(that.scopes()))
                && Objects.equals(judgement, that.judgement);
    }

    @Override
    public int hashCode() {
        return asset.hashCode();
    }
}
