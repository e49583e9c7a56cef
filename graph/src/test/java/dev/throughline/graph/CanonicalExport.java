package dev.throughline.graph;

import com.google.common.base.Splitter;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import com.google.common.hash.Hashing;
import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.store.Projection;
import dev.throughline.store.RiskStore;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** All that there is, as sorted lines, without what is new each time: internal ids, times, who holds what. */
final class CanonicalExport {
    private static final Pattern NEW_EACH_TIME =
            Pattern.compile("tenant|commitId|publisher|holder|fence|written|lease.*|.*(At|Until)");

    private CanonicalExport() {}

    /** Runs a statement as an analyst does. */
    interface Query {
        List<Record> run(String cypher, Map<String, Object> parameters);
    }

    /** The record and the projection of a tenant. */
    static String ofDatabase(Query database, String tenant) {
        return export(database, tenant, "(n)");
    }

    /** The projection of a tenant alone. */
    static String ofProjection(Query database, String tenant) {
        return export(database, tenant, "(n:" + ProjectionNames.NODE + ")");
    }

    private static String export(Query database, String tenant, String node) {
        Map<String, Object> parameters = Map.of("tenant", tenant);
        String nodesOfTenant = "MATCH " + node + " WHERE n.tenant = $tenant ";
        Map<String, String> ends = new HashMap<>();
        List<String> lines = new ArrayList<>();
        database.run(nodesOfTenant + "RETURN elementId(n) AS id, labels(n) AS labels, n", parameters)
                .forEach(row -> {
                    String line = new TreeSet<>(row.get("labels").asList()) + " " + properties(row.get("n"));
                    lines.add(line);
                    ends.put(
                            row.get("id").asString(), row.get("n").get("nodeId").asString(line));
                });
        database.run(
                        nodesOfTenant
                                + "MATCH (n)-[r]->(m) RETURN elementId(n) AS from, type(r) AS type, r, elementId(m) AS to",
                        parameters)
                .forEach(row -> lines.add(
                        ends.get(row.get("from").asString()) + " -[" + row.get("type") + " " + properties(row.get("r"))
                                + "]-> " + ends.get(row.get("to").asString())));
        return text(lines);
    }

    private static Map<String, Object> properties(Value entity) {
        Map<String, Object> properties = new TreeMap<>();
        entity.asMap(value -> value.asObject() instanceof byte[] bytes
                        ? Hashing.sha256().hashBytes(bytes).toString()
                        : value.asObject())
                .forEach((name, value) -> {
                    if (!NEW_EACH_TIME.matcher(name).matches()) {
                        properties.put(name, value);
                    }
                });
        return properties;
    }

    /** Everything an assessment would publish. */
    static String of(Assessment assessment) {
        Projection projection = projection(assessment);
        List<String> lines = new ArrayList<>();
        lines.add("version " + projection.version());
        projection
                .nodes()
                .forEach(node -> lines.add(
                        node.id() + " " + new TreeSet<>(node.labels()) + " " + new TreeMap<>(node.properties())));
        projection
                .relationships()
                .forEach(r -> lines.add(r.from() + " -[" + r.type() + " " + r.discriminator() + " "
                        + new TreeMap<>(r.properties()) + "]-> " + r.to()));
        return text(lines);
    }

    private static Projection projection(Assessment assessment) {
        AtomicReference<Projection> published = new AtomicReference<>();
        RiskStore store = (RiskStore) Proxy.newProxyInstance(
                RiskStore.class.getClassLoader(), new Class<?>[] {RiskStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("publish")) {
                        published.set((Projection) arguments[0]);
                    }
                    return null;
                });
        try (Throughline throughline = Throughline.storedIn(store)) {
            throughline.publish(assessment);
        }
        return published.get();
    }

    private static String text(List<String> lines) {
        lines.sort(null);
        return String.join("\n", lines);
    }

    /** The first lines that only one of two exports has, for exports are too long to be shown; empty if they are the same. */
    static String difference(String actual, String expected) {
        if (actual.equals(expected)) {
            return "";
        }
        Set<String> actualLines = new HashSet<>(Splitter.on('\n').splitToList(actual));
        Set<String> expectedLines = new HashSet<>(Splitter.on('\n').splitToList(expected));
        return "unexpected: " + first(Sets.difference(actualLines, expectedLines)) + "\nmissing: "
                + first(Sets.difference(expectedLines, actualLines));
    }

    private static String first(Set<String> lines) {
        return lines.size() + " lines\n  " + String.join("\n  ", Iterables.limit(new TreeSet<>(lines), 5));
    }
}
