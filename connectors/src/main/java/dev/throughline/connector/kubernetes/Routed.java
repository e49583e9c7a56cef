package dev.throughline.connector.kubernetes;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The properties of {@link dev.throughline.model.RelationType#ROUTES_TO}: sorted lists joined by commas. */
final class Routed {
    private Routed() {}

    static Map<String, String> ports(Collection<Long> ports, Collection<String> protocols) {
        return properties("ports", numbers(ports), "protocols", texts(protocols));
    }

    static Map<String, String> hosts(Collection<String> hosts, Collection<String> ports) {
        return properties("hosts", texts(hosts), "ports", texts(ports));
    }

    private static Map<String, String> properties(String first, String firstValue, String second, String secondValue) {
        Map<String, String> properties = new TreeMap<>(Map.of(first, firstValue, second, secondValue));
        properties.values().removeIf(String::isEmpty);
        return properties;
    }

    private static String numbers(Collection<Long> numbers) {
        return numbers.stream().distinct().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String texts(Collection<String> texts) {
        return texts.stream().distinct().sorted().collect(Collectors.joining(","));
    }
}
