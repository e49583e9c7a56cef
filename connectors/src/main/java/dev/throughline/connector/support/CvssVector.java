package dev.throughline.connector.support;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.throughline.model.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.metaeffekt.core.security.cvss.v2.Cvss2;
import org.metaeffekt.core.security.cvss.v3.Cvss3P0;
import org.metaeffekt.core.security.cvss.v3.Cvss3P1;
import org.metaeffekt.core.security.cvss.v4P0.Cvss4P0;

/**
 * A CVSS vector and the score that follows from it. Base and threat metrics (exploit maturity, remediation, confidence)
 * count. Environmental metrics do not: the environment is that of the publisher, such as a product whose default settings
 * mend the weakness, and nobody knows that it is ours.
 *
 * @param text the vector; from version 3.0 on with its version prefix
 * @param score 0.0 to 10.0
 * @see <a href="https://www.first.org/cvss/v4.0/specification-document">CVSS v4.0 specification</a>
 */
public record CvssVector(String text, double score) {
    private static final Pattern METRIC = Pattern.compile("([A-Za-z]{1,4}):([A-Za-z]{1,7})");
    private static final Set<String> NOT_DEFINED = Set.of("X", "ND");
    private static final Set<String> ENVIRONMENTAL = Set.of("CR", "IR", "AR", "CDP", "TD");
    private static final int LONGEST = 500;

    /** The same few vectors come again and again, and a score takes long to compute. */
    private static final Cache<String, CvssVector> KNOWN =
            CacheBuilder.newBuilder().maximumSize(10_000).build();

    /** The versions by what stands before their metrics. */
    private static final Map<String, Function<String, org.metaeffekt.core.security.cvss.CvssVector>> VERSIONS = Map.of(
            "", Cvss2::new,
            "CVSS:3.0/", Cvss3P0::new,
            "CVSS:3.1/", Cvss3P1::new,
            "CVSS:4.0/", Cvss4P0::new);

    /**
     * Reads a vector of CVSS 2.0, 3.0, 3.1 or 4.0. A vector of version 3 or 4 without its prefix, as some publishers print
     * it, is known by its metrics; 3.0 is then taken for 3.1, which differs in rounding only.
     *
     * @param text the vector
     * @return the vector with its score
     * @throws IllegalArgumentException if it is none, a metric is unknown, stands there twice or has no such value, or base
     *     metrics are missing
     */
    public static CvssVector parse(String text) {
        CvssVector known = KNOWN.getIfPresent(text);
        if (known == null) {
            known = read(text);
            KNOWN.put(text, known);
        }
        return known;
    }

    private static CvssVector read(String text) {
        if (text.length() > LONGEST) {
            throw refused("it has more than " + LONGEST + " characters");
        }
        String stripped = text.strip();
        int slash = stripped.startsWith("CVSS:") ? stripped.indexOf('/') + 1 : 0;
        Map<String, String> metrics = metrics(stripped.substring(slash));
        String version = slash > 0 ? stripped.substring(0, slash) : versionOf(metrics);
        Function<String, org.metaeffekt.core.security.cvss.CvssVector> reader = VERSIONS.get(version);
        if (reader == null) {
            throw refused("'" + Text.quote(version) + "' is not a version of CVSS that is known");
        }
        check(metrics, reader.apply(version + joined(metrics)));
        String vector = version + joined(metrics);
        metrics.keySet().removeIf(CvssVector::isEnvironmental);
        double score = reader.apply(version + joined(metrics)).getOverallScore();
        if (!(score >= 0 && score <= 10)) {
            throw refused("no score follows from it");
        }
        return new CvssVector(vector, score);
    }

    private static Map<String, String> metrics(String text) {
        Map<String, String> metrics = new LinkedHashMap<>();
        for (String part : text.split("/", -1)) {
            var metric = METRIC.matcher(part);
            if (!metric.matches()) {
                throw refused("'" + Text.quote(part) + "' is not a metric with its value");
            }
            if (metrics.put(metric.group(1), metric.group(2)) != null) {
                throw refused("it names the metric " + metric.group(1) + " twice");
            }
        }
        return metrics;
    }

    private static String versionOf(Map<String, String> metrics) {
        if (metrics.containsKey("Au")) {
            return "";
        }
        return metrics.containsKey("AT") ? "CVSS:4.0/" : "CVSS:3.1/";
    }

    /** The library passes over what it does not know. */
    private static void check(Map<String, String> metrics, org.metaeffekt.core.security.cvss.CvssVector read) {
        metrics.forEach((name, value) -> {
            var known = read.getVectorArgument(name);
            if (known == null) {
                throw refused("it has no metric " + name + " in this version");
            }
            if (!NOT_DEFINED.contains(value) && !known.getShortIdentifier().equals(value)) {
                throw refused("the metric " + name + " has no value " + value);
            }
        });
        if (!read.isBaseFullyDefined()) {
            throw refused("base metrics are missing");
        }
    }

    private static boolean isEnvironmental(String metric) {
        return (metric.startsWith("M") && metric.length() > 1) || ENVIRONMENTAL.contains(metric);
    }

    private static String joined(Map<String, String> metrics) {
        return metrics.entrySet().stream()
                .map(metric -> metric.getKey() + ":" + metric.getValue())
                .collect(Collectors.joining("/"));
    }

    private static IllegalArgumentException refused(String cause) {
        return new IllegalArgumentException("not a CVSS vector: " + cause);
    }
}
