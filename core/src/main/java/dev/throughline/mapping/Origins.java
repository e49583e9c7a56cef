package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the linkers proposed, ranked for each place: the root of an image, which stands for all its names, or another asset. */
final class Origins {
    private final RiskGraph graph;
    /** The places that are linked, ascending. */
    private final int[] places;
    /** By place, the positions of the links to it. */
    private final Buckets byPlace;

    private final List<Link> links;
    /** The repositories that are most likely anywhere, numbered. */
    private final Map<AssetKey, Integer> repositories = new HashMap<>();
    /** By number of the repository, the places. */
    private final Buckets byRepository;

    private Origins(RiskGraph graph, Buckets byPlace, List<Link> links) {
        this.graph = graph;
        this.byPlace = byPlace;
        this.links = links;
        this.places = byPlace.buckets();
        Buckets.Builder origins = new Buckets.Builder();
        for (int place : places) {
            origins.add(number(mostLikely(place)), place);
        }
        this.byRepository = origins.build();
    }

    /** Takes links, which may be to several places each. */
    static final class Builder {
        private final RiskGraph graph;
        private final Buckets.Builder placed = new Buckets.Builder();
        private final List<Link> links = new ArrayList<>();

        Builder(RiskGraph graph) {
            this.graph = graph;
        }

        void add(int place, Link link) {
            placed.add(place, links.size());
            links.add(link);
        }

        /** Puts the link that came last in another place too. */
        void addLastTo(int place) {
            placed.add(place, links.size() - 1);
        }

        Origins build() {
            return new Origins(graph, placed.build(), links);
        }
    }

    /** Where evidence agrees, as it mostly does, nothing needs to be ranked to tell. */
    private AssetKey mostLikely(int place) {
        AssetKey repository = links.get(byPlace.values()[byPlace.first(place)]).repository();
        for (int i = byPlace.first(place) + 1; i < byPlace.end(place); i++) {
            if (!links.get(byPlace.values()[i]).repository().equals(repository)) {
                return of(place).get(0).repository();
            }
        }
        return repository;
    }

    private int number(AssetKey repository) {
        Integer next = repositories.size();
        Integer known = repositories.putIfAbsent(repository, next);
        return known == null ? next : known;
    }

    /** The candidates of a place, most likely first; ranked when asked for. */
    List<Candidate> of(int place) {
        List<Link> proposed = new ArrayList<>(byPlace.size(place));
        byPlace.of(place).forEach(link -> proposed.add(links.get(link)));
        if (proposed.isEmpty()) {
            return List.of();
        }
        RivalBuilds.settle(graph, proposed);
        return Ranking.rank(proposed);
    }

    /** The places that are linked, ascending. */
    int[] places() {
        return places;
    }

    /** The places that most likely come from a repository, ascending. */
    IntStream from(AssetKey repository) {
        Integer number = repositories.get(repository);
        return number == null ? IntStream.empty() : byRepository.of(number);
    }
}
