package dev.throughline.finding;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.Weakness;

/**
 * That a tool says a weakness is at a place.
 *
 * @param weakness what it says
 * @param place where, with the location in it
 * @param isOnly whether it says so of this place only
 */
record Report(Weakness weakness, Relation place, boolean isOnly) {
    AssetKey asset() {
        return place.to();
    }

    /** The key of a finding that this report names. */
    AssetKey key() {
        return isOnly ? weakness.key() : Keys.derived(weakness.key(), asset());
    }
}
