package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The ports on which front ends listen, and those to which they pass traffic on. */
final class Wires {
    private final Map<AssetKey, Set<String>> listening = new TreeMap<>();
    private final Map<AssetKey, Map<AssetKey, Set<String>>> routes = new TreeMap<>();

    void listen(String frontend, String port) {
        listening.computeIfAbsent(ArmId.key(frontend), f -> new TreeSet<>()).add(port);
    }

    void route(String frontend, String target, String port) {
        routes.computeIfAbsent(ArmId.key(frontend), f -> new TreeMap<>())
                .computeIfAbsent(ArmId.key(target), t -> new TreeSet<>())
                .add(port);
    }

    /** Hands over the relations; {@code addresses} are those of public front ends. */
    void emit(Map<AssetKey, AssetKey> addresses, FactSink sink) {
        addresses.forEach((frontend, address) -> sink.accept(new Relation(
                address, RelationType.ROUTES_TO, frontend, ports(listening.getOrDefault(frontend, Set.of())))));
        routes.forEach((frontend, targets) -> targets.forEach(
                (target, ports) -> sink.accept(new Relation(frontend, RelationType.ROUTES_TO, target, ports(ports)))));
    }

    private static Map<String, String> ports(Set<String> ports) {
        return ports.isEmpty() ? Map.of() : Map.of("ports", String.join(",", ports));
    }
}
