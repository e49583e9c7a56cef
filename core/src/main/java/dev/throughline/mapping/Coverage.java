package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of what runs is followed back to its code, and what would raise that most.
 *
 * <p>Cloud resources that were created from an image count among the workloads. A workload is mapped if a repository is
 * known for every image it runs. As it is only as well known as its weakest image, that image's method is the workload's.
 *
 * @param workloads number of workloads
 * @param mapped number of those that are mapped
 * @param partial number of those that are not, but for some of whose images a repository is known
 * @param conflicts number of mapped and partly mapped ones of which evidence names several repositories for an image
 * @param byMethod number of mapped and partly mapped workloads by method, every method, strongest first
 * @param byTrust the same by trust, every grade, strongest first
 * @param reasons why the others are not mapped, most frequent first; a workload may have several
 * @param fixes what would change that, the one that maps most workloads first
 */
public record Coverage(
        int workloads,
        int mapped,
        int partial,
        int conflicts,
        Map<LinkMethod, Integer> byMethod,
        Map<Trust, Integer> byTrust,
        List<Reason> reasons,
        List<Fix> fixes) {
    /** Copies the collections. */
    public Coverage {
        byMethod = Collections.unmodifiableMap(new EnumMap<>(byMethod));
        byTrust = Collections.unmodifiableMap(new EnumMap<>(byTrust));
        reasons = List.copyOf(reasons);
        fixes = List.copyOf(fixes);
    }

    /**
     * Why workloads are not mapped.
     *
     * @param cause the cause
     * @param workloads number of workloads that have it
     * @param examples the first of them, by key
     */
    public record Reason(Cause cause, int workloads, List<AssetKey> examples) {
        /** Copies the list. */
        public Reason {
            examples = List.copyOf(examples);
        }
    }

    /**
     * Something to be done once.
     *
     * @param cause what it mends
     * @param subject what is to be mended, such as a registry or a scope; null if nothing that is known tells it
     * @param remedy what is to be done, in one sentence
     * @param maps number of workloads that lack nothing else: at most so many become mapped by it
     * @param helps number of workloads that lack this among other things
     * @param examples the first of all these, by key
     */
    public record Fix(
            Cause cause, @Nullable String subject, String remedy, int maps, int helps, List<AssetKey> examples) {
        /** Copies the list. */
        public Fix {
            examples = List.copyOf(examples);
        }
    }

    /**
     * The share of workloads that are mapped.
     *
     * @return 0 to 1; 1 if there is no workload
     */
    public double share() {
        return workloads == 0 ? 1 : (double) mapped / workloads;
    }

    /**
     * The share of workloads that are mapped at least as well as a trust grade, or partly so.
     *
     * @param least the weakest grade that counts
     * @return 0 to 1; 1 if there is no workload
     */
    public double share(Trust least) {
        int count = byTrust.entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(least) <= 0)
                .mapToInt(Map.Entry::getValue)
                .sum();
        return workloads == 0 ? 1 : (double) count / workloads;
    }
}
