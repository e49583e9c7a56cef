package dev.throughline.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a small estate says, as its only partition.
 *
 * @param scope the scope
 * @param assets attributes of each asset, by name
 * @param relations the relations
 */
record EstateFacts(Scope scope, ImmutableMap<AssetKey, ImmutableMap<String, Object>> assets, List<Relation> relations)
        implements Partition {
    static EstateFacts of(Scope scope) {
        return new EstateFacts(scope, ImmutableMap.of(), List.of());
    }

    EstateFacts with(AssetKey key, Map<String, ?> attributes) {
        Map<AssetKey, ImmutableMap<String, Object>> more = new LinkedHashMap<>(assets);
        Map<String, Object> known = new LinkedHashMap<>(more.getOrDefault(key, ImmutableMap.of()));
        known.putAll(attributes);
        more.put(key, ImmutableMap.copyOf(known));
        return new EstateFacts(scope, ImmutableMap.copyOf(more), relations);
    }

    /** Adds an entry to an attribute that is a list. */
    EstateFacts plus(AssetKey key, String list, String entry) {
        ImmutableList.Builder<String> entries = ImmutableList.builder();
        if (assets.getOrDefault(key, ImmutableMap.of()).get(list) instanceof List<?> known) {
            known.forEach(e -> entries.add((String) e));
        }
        return with(key, Map.of(list, entries.add(entry).build()));
    }

    EstateFacts with(AssetKey from, RelationType type, AssetKey to, Map<String, String> properties) {
        return new EstateFacts(
                scope,
                assets,
                ImmutableList.<Relation>builder()
                        .addAll(relations)
                        .add(new Relation(from, type, to, properties))
                        .build());
    }

    EstateFacts with(AssetKey from, RelationType type, AssetKey to) {
        return with(from, type, to, Map.of());
    }

    @Override
    public String name() {
        return "all";
    }

    @Override
    public Completeness read(FactSink sink) {
        assets.forEach((key, attributes) -> sink.accept(AssetKind.mentioned(key).create(key, attributes)));
        relations.forEach(sink::accept);
        return Completeness.complete();
    }
}
