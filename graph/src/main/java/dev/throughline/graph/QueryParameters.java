package dev.throughline.graph;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Parameter;

/** The parameters of a statement, as they are written into it. For one thread. */
final class QueryParameters {
    private final Map<String, Object> values = new LinkedHashMap<>();

    QueryParameters(String tenant, List<String> incomplete) {
        values.put("tenant", tenant);
        values.put("incomplete", incomplete);
    }

    /** The tenant, which every node is asked for. */
    Parameter<?> tenant() {
        return Cypher.parameter("tenant");
    }

    /** The scopes that were not read completely. */
    Parameter<?> incomplete() {
        return Cypher.parameter("incomplete");
    }

    /** One more, as it is published. */
    Parameter<?> add(Object value) {
        String name = "p" + values.size();
        values.put(name, value instanceof Instant time ? time.atZone(ZoneOffset.UTC) : value);
        return Cypher.parameter(name);
    }

    /** The name of a constant, as it is published. */
    Parameter<?> add(Enum<?> constant) {
        return add((Object) text(constant));
    }

    static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Map<String, Object> values() {
        return values;
    }
}
