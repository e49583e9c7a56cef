package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What the linkers proposed, ranked for each asset. An image has one place for all its names, that of its root. */
final class Origins {
    private final RiskGraph graph;
    /** The places that are linked, ascending. */
    private final int[] places;
    /** By place, the positions of the links to it. */
    private final Buckets byPlace;

    private final List<Link> links = new ArrayList<>();
    /** The repositories that are most likely anywhere, numbered. */
    private final Map<AssetKey, Integer> repositories = new HashMap<>();
    /** By number of the repository, the places. */
    private final Buckets byRepository;

    Origins(RiskGraph graph, ImageAliases aliases, List<? extends Linker> linkers) {
        this.graph = graph;
        Buckets.Builder placed = new Buckets.Builder();
        for (Linker linker : linkers) {
            linker.link(graph, link -> {
                int subject = graph.number(link.subject());
                if (subject >= 0) { // nothing can be asked about what the graph does not hold
                    int root = aliases.root(subject);
                    placed.add(root < 0 ? subject : root, links.size());
                    if (root >= 0 && aliases.hasNeighbours(root)) {
                        aliases.neighbours(root).forEach(place -> placed.add(place, links.size()));
                    }
                    links.add(link);
                }
            });
        }
        this.byPlace = placed.build();
        this.places = byPlace.buckets();
        Buckets.Builder origins = new Buckets.Builder();
        for (int place : places) {
            origins.add(number(mostLikely(place)), place);
        }
        this.byRepository = origins.build();
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

    /** The places that fit a condition, ascending. */
    int[] places(IntPredicate condition) {
        return IntStream.of(places).filter(condition).toArray();
    }

    /** The places that most likely come from a repository, ascending. */
    IntStream from(AssetKey repository) {
        Integer number = repositories.get(repository);
        return number == null ? IntStream.empty() : byRepository.of(number);
    }
}
