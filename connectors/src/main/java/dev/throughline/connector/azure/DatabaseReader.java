package dev.throughline.connector.azure;

import com.google.common.net.InetAddresses;
import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.DataStore;
import dev.throughline.model.NetworkRule;
import dev.throughline.model.NetworkRuleSet;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Servers of SQL, PostgreSQL and MySQL with the rules of their firewalls, and accounts of Cosmos DB. */
final class DatabaseReader {
    private static final String EVERYBODY_IN_AZURE = "0.0.0.0";
    private static final int BITS = 32;

    private DatabaseReader() {}

    static void server(Resource resource, FactSink sink) {
        Fields network = resource.properties().object("network"); // of flexible servers
        Boolean ofNetwork = network.has("publicNetworkAccess")
                ? Boolean.valueOf(!"Disabled".equalsIgnoreCase(network.text("publicNetworkAccess")))
                : null;
        store(resource, ofNetwork == null ? resource.publicNetwork() : ofNetwork, null, sink);
    }

    static void store(Resource resource, FactSink sink) {
        store(resource, null, null, sink);
    }

    static void cosmos(Resource resource, FactSink sink) {
        Fields properties = resource.properties();
        List<String> ranges = null;
        if (properties.has("ipRules")) {
            ranges = new ArrayList<>();
            for (Fields rule : properties.list("ipRules")) {
                ranges.add(rule.requiredText("ipAddressOrRange"));
            }
            boolean byNetwork = Boolean.TRUE.equals(properties.bool("isVirtualNetworkFilterEnabled"));
            ranges = ranges.isEmpty() && !byNetwork
                    ? OpenRanges.ANYWHERE
                    : ranges.stream().sorted().toList();
        }
        store(resource, resource.publicNetwork(), ranges, sink);
    }

    private static void store(
            Resource resource, @Nullable Boolean publicNetwork, @Nullable List<String> ranges, FactSink sink) {
        sink.accept(new DataStore(
                resource.key(), resource.name(), resource.type(), null, null, publicNetwork, ranges, resource.tags()));
    }

    static void firewallRule(Resource resource, FactSink sink) {
        String first = resource.properties().requiredText("startIpAddress");
        String last = resource.properties().requiredText("endIpAddress");
        List<String> peers = first.equals(EVERYBODY_IN_AZURE) && last.equals(EVERYBODY_IN_AZURE)
                ? List.of("AzureCloud")
                : ranges(address(first), address(last));
        NetworkRule rule = new NetworkRule(true, true, null, "tcp", List.of(), peers);
        sink.accept(new NetworkRuleSet(resource.key(), resource.name(), List.of(rule.toString()), resource.tags()));
        AssetKey server = ArmId.key(String.valueOf(ArmId.parent(resource.id())));
        sink.accept(new Relation(server, RelationType.GUARDED_BY, resource.key()));
    }

    private static long address(String text) {
        if (!InetAddresses.isInetAddress(text) || text.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a rule of the firewall that is not between two IPv4 addresses");
        }
        return Integer.toUnsignedLong(InetAddresses.coerceToInteger(InetAddresses.forString(text)));
    }

    /** The fewest ranges in CIDR notation that hold all addresses from the first to the last. */
    private static List<String> ranges(long first, long last) {
        List<String> ranges = new ArrayList<>();
        for (long next = first; next <= last; ) {
            int bits = next == 0 ? BITS : Long.numberOfTrailingZeros(next);
            while (next + (1L << bits) - 1 > last) {
                bits--;
            }
            ranges.add(InetAddresses.fromInteger((int) next).getHostAddress() + "/" + (BITS - bits));
            next += 1L << bits;
        }
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("a rule of the firewall that ends before it begins");
        }
        return ranges;
    }
}
