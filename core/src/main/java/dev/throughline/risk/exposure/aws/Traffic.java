package dev.throughline.risk.exposure.aws;

import dev.throughline.model.NetworkRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Packets: from whom, over what, to which ports.
 *
 * @param source from whom
 * @param protocol protocol; {@code *} for any
 * @param first first port
 * @param last last port
 */
record Traffic(Cidr source, String protocol, int first, int last) {
    private static final int LAST_PORT = 65_535;

    /** Everything that comes from somewhere. */
    static Traffic all(Cidr source) {
        return new Traffic(source, "*", 0, LAST_PORT);
    }

    /** What a rule is about, as far as its other side is known by addresses. */
    static List<Traffic> of(NetworkRule rule) {
        List<Traffic> traffic = new ArrayList<>();
        for (String peer : rule.peers()) {
            Cidr source = Cidr.parse(peer);
            if (source != null && rule.ports().isEmpty()) {
                traffic.add(new Traffic(source, rule.protocol(), 0, LAST_PORT));
            } else if (source != null) {
                for (String range : rule.ports()) {
                    int dash = range.indexOf('-');
                    int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
                    int last = Integer.parseInt(range.substring(dash + 1));
                    traffic.add(new Traffic(source, rule.protocol(), first, last));
                }
            }
        }
        return traffic;
    }

    /** What belongs to both; null if nothing. */
    @Nullable
    Traffic and(Traffic other) {
        Cidr shared = source.and(other.source);
        int from = Math.max(first, other.first);
        int to = Math.min(last, other.last);
        boolean same = protocol.equals("*") || other.protocol.equals("*") || protocol.equals(other.protocol);
        return shared == null || from > to || !same
                ? null
                : new Traffic(shared, protocol.equals("*") ? other.protocol : protocol, from, to);
    }

    /** What is left without other traffic. Of any protocol it leaves any, unless all of it goes. */
    List<Traffic> without(Traffic other) {
        Traffic shared = and(other);
        if (shared == null || (protocol.equals("*") && !other.protocol.equals("*"))) {
            return List.of(this);
        }
        List<Traffic> left = new ArrayList<>();
        source.without(other.source).forEach(rest -> left.add(new Traffic(rest, protocol, first, last)));
        if (first < shared.first) {
            left.add(new Traffic(shared.source, protocol, first, shared.first - 1));
        }
        if (shared.last < last) {
            left.add(new Traffic(shared.source, protocol, shared.last + 1, last));
        }
        return left;
    }

    static List<Traffic> and(List<Traffic> some, List<Traffic> others) {
        List<Traffic> both = new ArrayList<>();
        for (Traffic a : some) {
            for (Traffic b : others) {
                Traffic shared = a.and(b);
                if (shared != null) {
                    both.add(shared);
                }
            }
        }
        return both;
    }

    String ports() {
        return first == 0 && last == LAST_PORT ? "*" : first == last ? String.valueOf(first) : first + "-" + last;
    }
}
