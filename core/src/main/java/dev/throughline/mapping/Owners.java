package dev.throughline.mapping;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.mapping.OwnerPlaces.Place;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who answers for an asset: by rules on code, by a catalogue, by tags of what runs, and if nothing of these names anybody,
 * by the commits. Takes time in the rules of a repository and in what is near the asset. Immutable and safe to share
 * between threads.
 */
@CheckReturnValue
public final class Owners {
    private static final String PATTERN = "pattern";

    private final RiskGraph graph;
    private final OwnerPlaces places;
    private final OwnershipRules rules;
    private final CommitAuthors authors;

    /**
     * Finds owners in a mapped graph.
     *
     * @param graph the facts
     * @param mapping its mapping
     */
    public Owners(RiskGraph graph, Mapping mapping) {
        this.graph = graph;
        this.places = new OwnerPlaces(graph, mapping);
        this.rules = new OwnershipRules(graph);
        this.authors = new CommitAuthors(graph);
    }

    /**
     * The owners of an asset.
     *
     * @param asset key of any asset: a finding in code has the owners of its path; what runs has those of its tags, of its
     *     namespace and of the repositories its images were built from
     * @return each owner once, with the best ground, ordered by ground; empty if nothing names anybody
     */
    public List<Owner> of(AssetKey asset) {
        return of(places.of(asset).distinct().toList());
    }

    /**
     * The owners of a path.
     *
     * @param repository key of a repository
     * @param path path from its root, with forward slashes
     * @return each owner once, with the best ground, ordered by ground; empty if nothing names anybody
     */
    public List<Owner> of(AssetKey repository, String path) {
        return of(List.of(new Place(repository, path)));
    }

    /** The owners of an asset, or else of the code it belongs to. */
    List<Owner> of(AssetKey asset, Collection<AssetKey> repositories) {
        List<Owner> own = of(asset);
        return own.isEmpty()
                ? of(repositories.stream()
                        .map(repository -> new Place(repository, null))
                        .toList())
                : own;
    }

    private List<Owner> of(List<Place> where) {
        List<Owner> named = ranked(where.stream().flatMap(this::named));
        return named.isEmpty()
                ? ranked(where.stream()
                        .map(Place::asset)
                        .filter(asset -> asset.mayBe(AssetKind.REPOSITORY))
                        .flatMap(authors::of))
                : named;
    }

    private Stream<Owner> named(Place place) {
        AssetKey asset = place.asset();
        if (place.path() != null && rules.exist(asset)) {
            // What the rules say of the whole repository holds for a path only if they say it of the path too.
            return Stream.concat(
                    rules.owners(asset, place.path()).stream(),
                    stated(asset).filter(owner -> owner.ground() != Owner.Ground.CODE_OWNERS));
        }
        return Stream.concat(stated(asset), graph.find(asset).stream().flatMap(OwnerTags::owners));
    }

    private Stream<Owner> stated(AssetKey asset) {
        return graph.incoming(asset, RelationType.OWNS).stream().map(Owners::stated);
    }

    private static Owner stated(Relation owns) {
        String pattern = owns.properties().get(PATTERN);
        return pattern == null
                ? Owner.of(
                        owns.from(),
                        Owner.Ground.CATALOGUE,
                        Evidence.of("a source names it as the owner of " + owns.to(), owns.from(), owns.to()))
                : Owner.of(
                        owns.from(),
                        Owner.Ground.CODE_OWNERS,
                        Evidence.of(
                                        "the rule " + pattern + " for all files of "
                                                + owns.to().value(),
                                        owns.from(),
                                        owns.to())
                                .with(PATTERN, pattern));
    }

    private static List<Owner> ranked(Stream<Owner> owners) {
        Map<String, Owner> once = new LinkedHashMap<>();
        owners.sorted(Comparator.comparing(Owner::ground)).forEach(owner -> once.putIfAbsent(owner.name(), owner));
        return List.copyOf(once.values());
    }
}
