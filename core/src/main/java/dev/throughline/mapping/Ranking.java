package dev.throughline.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks what was proposed for one asset: by the trust of the strongest link, then by confidence, so that a label never
 * beats a signature. The order in which links come shows nowhere.
 */
final class Ranking {
    private static final Comparator<Link> STRONGEST_FIRST = Comparator.comparing(Link::trust)
            .thenComparing(Link::confidence, Comparator.reverseOrder())
            .thenComparing(Link::method)
            .thenComparing(link -> link.commit() == null)
            .thenComparing(link -> link.run() == null)
            .thenComparing(Link::subject)
            .thenComparing(link -> link.evidence().toString())
            .thenComparing(Link::toString);
    private static final Comparator<Link> BY_REPOSITORY =
            Comparator.comparing(Link::repository).thenComparing(STRONGEST_FIRST);
    private static final Comparator<Candidate> MOST_LIKELY_FIRST = Comparator.comparing(Candidate::trust)
            .thenComparing(Candidate::confidence, Comparator.reverseOrder())
            .thenComparing(Candidate::repository);

    private Ranking() {}

    /** Ranks the links to one asset, at least one; sorts them on the way. */
    static List<Candidate> rank(List<Link> proposed) {
        proposed.sort(BY_REPOSITORY);
        List<List<Link>> groups = byRepository(proposed);
        double[] supports = new double[groups.size()];
        double most = 0;
        double second = 0;
        for (int i = 0; i < supports.length; i++) {
            supports[i] = support(groups.get(i));
            second = Math.max(second, Math.min(most, supports[i]));
            most = Math.max(most, supports[i]);
        }
        List<Candidate> ranked = new ArrayList<>(supports.length);
        for (int i = 0; i < supports.length; i++) {
            List<Link> links = groups.get(i);
            double rival = supports[i] == most ? second : most;
            ranked.add(new Candidate(links.get(0).repository(), links, supports[i] * (1 - rival / 4)));
        }
        ranked.sort(MOST_LIKELY_FIRST);
        return List.copyOf(ranked);
    }

    /** The links to each repository, strongest first, each once. */
    private static List<List<Link>> byRepository(List<Link> sorted) {
        List<List<Link>> groups = new ArrayList<>(1);
        List<Link> group = List.of();
        for (Link link : sorted) {
            Link last = group.isEmpty() ? null : group.get(group.size() - 1);
            if (last == null || !last.repository().equals(link.repository())) {
                group = new ArrayList<>();
                groups.add(group);
                group.add(link);
            } else if (last.method() != link.method() || !last.equals(link)) {
                group.add(link);
            }
        }
        return groups;
    }

    /**
     * That at least one link is right. Links of one method repeat one piece of evidence under another name, so each method
     * counts once, by its surest link.
     */
    private static double support(List<Link> links) {
        Map<LinkMethod, Double> surest = new EnumMap<>(LinkMethod.class);
        for (Link link : links) {
            surest.merge(link.method(), link.confidence(), Math::max);
        }
        double wrong = 1;
        for (double confidence : surest.values()) {
            wrong *= 1 - confidence;
        }
        return 1 - wrong;
    }
}
