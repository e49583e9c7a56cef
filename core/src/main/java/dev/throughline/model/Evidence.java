package dev.throughline.model;

import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a derivation holds: a sentence, the assets it went along, and the settings that decided.
 *
 * @param statement one sentence for people
 * @param assets the assets of the proof in order; may be empty
 * @param fields the observed fields that decided, sorted by name
 */
public record Evidence(String statement, List<AssetKey> assets, Map<String, String> fields) {
    /** Copies the collections. */
    public Evidence {
        assets = List.copyOf(assets);
        fields = ImmutableSortedMap.copyOf(fields);
    }

    /**
     * Evidence that needs no fields.
     *
     * @param statement one sentence for people
     * @param assets the assets of the proof in order
     * @return the evidence
     */
    public static Evidence of(String statement, AssetKey... assets) {
        return new Evidence(statement, List.of(assets), Map.of());
    }

    /**
     * The same with one more field.
     *
     * @param name name of the field
     * @param value value that was observed
     * @return new evidence
     */
    public Evidence with(String name, String value) {
        Map<String, String> more = new TreeMap<>(fields);
        more.put(name, value);
        return new Evidence(statement, assets, more);
    }

    /**
     * The same, and what goes on from there.
     *
     * @param more what follows: its statement, assets and fields are added to these
     * @return new evidence
     */
    public Evidence and(Evidence more) {
        List<AssetKey> chain = new ArrayList<>(assets);
        chain.addAll(more.assets);
        Map<String, String> both = new TreeMap<>(fields);
        both.putAll(more.fields);
        return new Evidence(statement + more.statement, chain, both);
    }

    @Override
    public String toString() {
        return statement;
    }
}
