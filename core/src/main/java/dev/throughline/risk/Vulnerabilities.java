package dev.throughline.risk;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Vulnerability;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Vulnerabilities by any of their ids. A scanner says GHSA where the catalogue of known exploited vulnerabilities says CVE;
 * what is known of one is known of the other. Immutable and safe to share between threads.
 *
 * <p>An id leads to a CVE only if it is an alias of exactly one: an advisory of a distribution that mends several CVEs does
 * not make them one.
 */
public final class Vulnerabilities {
    private final RiskGraph graph;
    private final Map<AssetKey, AssetKey> mainIds = new HashMap<>();
    private final ListMultimap<AssetKey, AssetKey> others = ArrayListMultimap.create();

    private Vulnerabilities(RiskGraph graph) {
        this.graph = graph;
        ListMultimap<AssetKey, AssetKey> cves = ArrayListMultimap.create();
        Set<AssetKey> ids = new TreeSet<>();
        graph.assets(Vulnerability.class).filter(v -> v.aliases() != null).forEach(v -> {
            for (String alias : List.copyOf(v.aliases())) {
                AssetKey other = AssetKey.vulnerability(alias);
                link(v.key(), other, cves, ids);
                link(other, v.key(), cves, ids);
            }
        });
        for (AssetKey id : ids) {
            Set<AssetKey> named = new HashSet<>(cves.get(id));
            if (named.size() == 1) {
                AssetKey cve = named.iterator().next();
                mainIds.put(id, cve);
                others.put(cve, id);
            }
        }
    }

    private static void link(AssetKey id, AssetKey other, ListMultimap<AssetKey, AssetKey> cves, Set<AssetKey> ids) {
        if (!isCve(id) && isCve(other)) {
            cves.put(id, other);
            ids.add(id);
        }
    }

    private static boolean isCve(AssetKey key) {
        return key.value().startsWith("CVE-");
    }

    /**
     * Folds the aliases of a graph, in time linear in its vulnerabilities and their aliases.
     *
     * @param graph the facts
     * @return its vulnerabilities
     */
    public static Vulnerabilities of(RiskGraph graph) {
        return new Vulnerabilities(graph);
    }

    /**
     * The id that all names of a vulnerability have in common.
     *
     * @param id key of a vulnerability
     * @return the key of its only CVE; the id itself if there is none, or several
     */
    public AssetKey mainId(AssetKey id) {
        return mainIds.getOrDefault(id, id);
    }

    /**
     * What is known of a vulnerability under all its names.
     *
     * @param id key of a vulnerability
     * @return what its source says under this id, and where that is silent what is said under its others; exploited if any
     *     says so. Empty if the graph describes none of them
     */
    public Optional<Vulnerability> find(AssetKey id) {
        AssetKey main = mainId(id);
        Vulnerability known = graph.find(id, Vulnerability.class).orElse(null);
        if (!main.equals(id)) {
            known = with(known, graph.find(main, Vulnerability.class));
        }
        for (AssetKey other : others.get(main)) {
            if (!other.equals(id)) {
                known = with(known, graph.find(other, Vulnerability.class));
            }
        }
        return Optional.ofNullable(known);
    }

    private static @Nullable Vulnerability with(@Nullable Vulnerability known, Optional<Vulnerability> other) {
        if (known == null || other.isEmpty()) {
            return known == null ? other.orElse(null) : known;
        }
        return merged(known, other.get());
    }

    private static Vulnerability merged(Vulnerability a, Vulnerability b) {
        boolean bScores = a.cvssVector() == null && b.cvssVector() != null; // a score and its vector stay together
        Vulnerability scored = bScores ? b : a;
        return new Vulnerability(
                a.key(),
                either(a.title(), b.title()),
                either(a.severity(), b.severity()),
                either(scored.cvssScore(), b.cvssScore()),
                scored.cvssVector(),
                either(a.epss(), b.epss()),
                Boolean.TRUE.equals(b.knownExploited())
                        ? b.knownExploited()
                        : either(a.knownExploited(), b.knownExploited()),
                either(a.cwes(), b.cwes()),
                either(a.aliases(), b.aliases()),
                either(scored.publishedCvssScore(), b.publishedCvssScore()),
                either(a.exploitedSince(), b.exploitedSince()),
                Boolean.TRUE.equals(b.ransomware()) ? b.ransomware() : either(a.ransomware(), b.ransomware()));
    }

    private static <T> @Nullable T either(@Nullable T a, @Nullable T b) {
        return a != null ? a : b;
    }
}
