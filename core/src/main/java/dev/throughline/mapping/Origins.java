package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What the linkers proposed, ranked for each asset. An image has one place for all its names, that of its root. */
final class Origins {
    /** The places that are linked, ascending. */
    private final int[] places;
    /** The candidates of each. */
    private final List<List<Candidate>> candidates = new ArrayList<>();
    /** The repositories that are most likely anywhere, numbered. */
    private final Map<AssetKey, Integer> repositories = new HashMap<>();
    /** By number of the repository, the places. */
    private final Buckets byRepository;

    Origins(RiskGraph graph, ImageAliases aliases, List<? extends Linker> linkers) {
        List<Link> links = new ArrayList<>();
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
        Buckets byPlace = placed.build();
        this.places = byPlace.buckets();
        Buckets.Builder origins = new Buckets.Builder();
        for (int place : places) {
            List<Link> proposed = new ArrayList<>(byPlace.size(place));
            for (int i = byPlace.first(place); i < byPlace.end(place); i++) {
                proposed.add(links.get(byPlace.values()[i]));
            }
            List<Candidate> ranked = Ranking.rank(proposed);
            candidates.add(ranked);
            origins.add(number(ranked.get(0).repository()), place);
        }
        this.byRepository = origins.build();
    }

    private int number(AssetKey repository) {
        Integer next = repositories.size();
        Integer known = repositories.putIfAbsent(repository, next);
        return known == null ? next : known;
    }

    /** The candidates of a place, most likely first. */
    List<Candidate> of(int place) {
        int at = Arrays.binarySearch(places, place);
        return at < 0 ? List.of() : candidates.get(at);
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
