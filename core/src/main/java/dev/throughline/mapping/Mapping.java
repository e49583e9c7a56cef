package dev.throughline.mapping;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which code runs where: for every image the repositories it may have been built from, ranked, and the workloads that run
 * it. Immutable and safe to share between threads.
 *
 * <p>Candidates are ranked by the trust of their strongest link, then by confidence, so that a label never beats a
 * signature. The confidence of a candidate is that at least one of its links is right, {@code 1 - Π(1 - c)}, times
 * {@code 1 - r/4}, where {@code r} is that of its strongest rival.
 */
@CheckReturnValue
public final class Mapping {
    private static final Comparator<Link> STRONGEST_FIRST = Comparator.comparing(Link::method)
            .thenComparing(link -> link.commit() == null)
            .thenComparing(link -> link.run() == null)
            .thenComparing(link -> link.image())
            .thenComparing(link -> link.evidence().toString())
            .thenComparing(Link::toString);

    private final ImageAliases aliases;
    private final RunningImages running;
    private final ImmutableListMultimap<AssetKey, Candidate> candidates;
    private final ImmutableSetMultimap<AssetKey, AssetKey> imagesByRepository;

    private Mapping(RiskGraph graph, List<Link> links) {
        aliases = new ImageAliases(graph);
        running = new RunningImages(graph, aliases);
        Map<AssetKey, List<Link>> byImage = new TreeMap<>();
        links.forEach(link -> byImage.computeIfAbsent(aliases.root(link.image()), i -> new ArrayList<>())
                .add(link));
        ImmutableListMultimap.Builder<AssetKey, Candidate> ranked = ImmutableListMultimap.builder();
        ImmutableSetMultimap.Builder<AssetKey, AssetKey> images = ImmutableSetMultimap.builder();
        byImage.forEach((image, proposed) -> {
            List<Candidate> best = rank(proposed);
            ranked.putAll(image, best);
            images.put(best.get(0).repository(), image);
        });
        candidates = ranked.build();
        imagesByRepository = images.build();
    }

    /**
     * Maps a graph.
     *
     * @param graph the facts
     * @param linkers the linkers to ask
     * @return the mapping
     */
    public static Mapping of(RiskGraph graph, List<? extends Linker> linkers) {
        List<Link> links = new ArrayList<>();
        linkers.forEach(linker -> linker.link(graph, links::add));
        return new Mapping(graph, links);
    }

    private static List<Candidate> rank(List<Link> links) {
        Map<AssetKey, List<Link>> byRepository = new TreeMap<>();
        links.stream()
                .sorted(STRONGEST_FIRST)
                .distinct()
                .forEach(link -> byRepository
                        .computeIfAbsent(link.repository(), r -> new ArrayList<>())
                        .add(link));
        Map<AssetKey, Double> support = new HashMap<>();
        byRepository.forEach((repository, own) -> support.put(repository, support(own)));
        List<Candidate> ranked = new ArrayList<>();
        byRepository.forEach((repository, own) -> {
            double rival = support.entrySet().stream()
                    .filter(e -> !e.getKey().equals(repository))
                    .mapToDouble(Map.Entry::getValue)
                    .max()
                    .orElse(0);
            ranked.add(new Candidate(repository, own, support.getOrDefault(repository, 0.0) * (1 - rival / 4)));
        });
        ranked.sort(Comparator.comparing((Candidate c) -> c.strongest().method().trust())
                .thenComparing(Candidate::confidence, Comparator.reverseOrder())
                .thenComparing(Candidate::repository));
        return ranked;
    }

    /** Links of one method repeat one piece of evidence under another name, so each method counts once. */
    private static double support(List<Link> links) {
        Set<LinkMethod> counted = new HashSet<>();
        double wrong = 1;
        for (Link link : links) {
            if (counted.add(link.method())) {
                wrong *= 1 - link.method().confidence();
            }
        }
        return 1 - wrong;
    }

    /**
     * The repositories an image may have been built from.
     *
     * @param image key of an image, by any of its digests
     * @return the candidates, most likely first; empty if nothing tells
     */
    public List<Candidate> candidates(AssetKey image) {
        return candidates.get(aliases.root(image));
    }

    /**
     * The repository an image was most likely built from.
     *
     * @param image key of an image, by any of its digests
     * @return the first of its candidates
     */
    public Optional<Candidate> origin(AssetKey image) {
        return candidates(image).stream().findFirst();
    }

    /**
     * Whether evidence names different repositories.
     *
     * @param image key of an image, by any of its digests
     * @return whether it has more than one candidate
     */
    public boolean isConflict(AssetKey image) {
        return candidates(image).size() > 1;
    }

    /**
     * The images that are linked to any repository.
     *
     * @return one name for each image, ordered
     */
    public Set<AssetKey> mappedImages() {
        return candidates.keySet();
    }

    /**
     * The images most likely built from a repository.
     *
     * @param repository key of a repository
     * @return their keys, by every digest the graph holds, ordered
     */
    public Set<AssetKey> imagesOf(AssetKey repository) {
        Set<AssetKey> images = new TreeSet<>();
        imagesByRepository.get(repository).forEach(root -> images.addAll(aliases.of(root)));
        return images;
    }

    /**
     * The other names of an image.
     *
     * @param image key of an image
     * @return all keys of it that the graph holds, itself among them, ordered
     */
    public List<AssetKey> namesOf(AssetKey image) {
        return aliases.of(image);
    }

    /**
     * The images a workload runs.
     *
     * @param workload key of a workload
     * @return their keys as its runtime names them, ordered
     */
    public Set<AssetKey> imagesRunBy(AssetKey workload) {
        return running.imagesOf(workload);
    }

    /**
     * The tags a workload runs whose digest no source tells.
     *
     * @param workload key of a workload
     * @return keys of the tags, ordered
     */
    public Set<AssetKey> unresolvedTagsOf(AssetKey workload) {
        return running.unresolvedTagsOf(workload);
    }

    /**
     * The workloads that run an image.
     *
     * @param image key of an image, by any of its digests
     * @return their keys, ordered
     */
    public Set<AssetKey> workloadsRunning(AssetKey image) {
        return running.workloadsOf(aliases.root(image));
    }

    /**
     * The workloads that run code of a repository.
     *
     * @param repository key of a repository
     * @return their keys, ordered
     */
    public Set<AssetKey> workloadsOf(AssetKey repository) {
        Set<AssetKey> workloads = new TreeSet<>();
        imagesByRepository.get(repository).forEach(image -> workloads.addAll(running.workloadsOf(image)));
        return workloads;
    }
}
