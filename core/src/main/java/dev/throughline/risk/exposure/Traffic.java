package dev.throughline.risk.exposure;

import com.google.common.primitives.Ints;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.NetworkRule;
import dev.throughline.risk.exposure.Way.Width;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may still arrive of everything that is sent from the internet: by protocol and port, from which addresses. Firewalls
 * on the way take some of it away. Only TCP and UDP are looked at, for only there something listens on a port. Immutable.
 */
@CheckReturnValue
public final class Traffic {
    private static final int LAST_PORT = 65_535;
    private static final List<String> PROTOCOLS = List.of("tcp", "udp");

    private final List<Flow> flows;
    private final Set<String> deciding;

    private Traffic(List<Flow> flows, Set<String> deciding) {
        this.flows = List.copyOf(flows);
        this.deciding = deciding;
    }

    /**
     * Everything, from all public addresses to all ports.
     *
     * @return the traffic
     */
    public static Traffic fromInternet() {
        return new Traffic(
                PROTOCOLS.stream()
                        .map(protocol -> new Flow(protocol, 0, LAST_PORT, AddressSet.PUBLIC))
                        .toList(),
                Set.of());
    }

    /**
     * The part of it that is for some ports.
     *
     * @param ports {@code 443/tcp}, {@code 8000-8080/tcp}; {@code *} stands for any port or protocol
     * @return the part
     */
    public Traffic to(List<String> ports) {
        List<Flow> kept = new ArrayList<>();
        for (String text : ports) {
            int slash = text.indexOf('/');
            String range = slash < 0 ? text : text.substring(0, slash);
            String protocol = slash < 0 ? "*" : text.substring(slash + 1);
            int dash = range.indexOf('-');
            Integer first = Ints.tryParse(dash < 0 ? range : range.substring(0, dash));
            Integer last = Ints.tryParse(range.substring(dash + 1));
            for (Flow flow : flows) {
                if (protocol.equals("*") || protocol.equals(flow.protocol)) {
                    int from = Math.max(flow.first, first == null ? 0 : first);
                    int to = Math.min(flow.last, last == null ? LAST_PORT : last);
                    if (from <= to) {
                        kept.add(new Flow(flow.protocol, from, to, flow.senders));
                    }
                }
            }
        }
        return new Traffic(kept, deciding);
    }

    /**
     * The part of it that comes from some ranges.
     *
     * @param ranges addresses and ranges in CIDR notation; what is neither admits nobody
     * @return the part
     */
    public Traffic from(List<String> ranges) {
        AddressSet admitted = AddressSet.of(ranges);
        return new Traffic(
                flows.stream()
                        .map(flow -> new Flow(flow.protocol, flow.first, flow.last, flow.senders.and(admitted)))
                        .filter(flow -> !flow.senders.isEmpty())
                        .toList(),
                deciding);
    }

    /**
     * What of it a firewall lets in whose first rule that fits decides. What fits none is refused.
     *
     * @param rules rules for what comes in, in the order they apply; others are passed over. A peer that is no range stands
     *     for nobody, but {@code internet}, in whatever case, for everybody
     * @return what is let in
     */
    public Traffic through(List<NetworkRule> rules) {
        List<NetworkRule> inbound = rules.stream().filter(NetworkRule::inbound).toList();
        List<AddressSet> senders = inbound.stream().map(Traffic::senders).toList();
        List<Flow> admitted = new ArrayList<>();
        Set<String> decided = new LinkedHashSet<>();
        for (Flow flow : flows) {
            List<Integer> starts = starts(flow, inbound);
            for (int i = 0; i < starts.size(); i++) {
                int last = i + 1 < starts.size() ? starts.get(i + 1) - 1 : flow.last;
                AddressSet open = open(flow, starts.get(i), inbound, senders, decided);
                if (!open.isEmpty()) {
                    add(new Flow(flow.protocol, starts.get(i), last, open), admitted);
                }
            }
        }
        return new Traffic(admitted, decided);
    }

    private static AddressSet senders(NetworkRule rule) {
        return rule.peers().stream().anyMatch("internet"::equalsIgnoreCase)
                ? AddressSet.ALL
                : AddressSet.of(rule.peers());
    }

    /** Whose traffic to a port gets through. */
    private static AddressSet open(
            Flow flow, int port, List<NetworkRule> rules, List<AddressSet> senders, Set<String> decided) {
        AddressSet undecided = flow.senders;
        AddressSet open = AddressSet.EMPTY;
        for (int i = 0; i < rules.size() && !undecided.isEmpty(); i++) {
            NetworkRule rule = rules.get(i);
            AddressSet hit = rule.concerns(flow.protocol, port) ? undecided.and(senders.get(i)) : AddressSet.EMPTY;
            if (!hit.isEmpty()) {
                if (rule.allow()) {
                    open = open.or(hit);
                    decided.add(rule.toString());
                }
                undecided = undecided.minus(hit);
            }
        }
        return open;
    }

    /** The ports at which another answer may begin. */
    private static List<Integer> starts(Flow flow, List<NetworkRule> rules) {
        Set<Integer> starts = new TreeSet<>(Set.of(flow.first));
        for (NetworkRule rule : rules) {
            for (String range : rule.ports()) {
                int dash = range.indexOf('-');
                int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
                int after = Integer.parseInt(range.substring(dash + 1)) + 1;
                for (int start : new int[] {first, after}) {
                    if (start > flow.first && start <= flow.last) {
                        starts.add(start);
                    }
                }
            }
        }
        return List.copyOf(starts);
    }

    private static void add(Flow next, List<Flow> flows) {
        if (!flows.isEmpty()) {
            Flow last = flows.get(flows.size() - 1);
            if (last.protocol.equals(next.protocol)
                    && last.last + 1 == next.first
                    && last.senders.equals(next.senders)) {
                flows.set(flows.size() - 1, new Flow(next.protocol, last.first, next.last, next.senders));
                return;
            }
        }
        flows.add(next);
    }

    /**
     * Whether nothing arrives.
     *
     * @return whether nothing does
     */
    public boolean isEmpty() {
        return flows.isEmpty();
    }

    /**
     * From where it comes.
     *
     * @return wide if some port can be reached from more than half of all public addresses, else narrow
     */
    public Width width() {
        return flows.stream().anyMatch(flow -> flow.senders.isWide()) ? Width.WIDE : Width.NARROW;
    }

    /**
     * The ports it arrives at.
     *
     * @return {@code 22/tcp}, {@code 8000-8080/tcp}, {@code *}{@code /udp}; in order of protocol and port
     */
    public List<String> ports() {
        return flows.stream().map(Flow::ports).distinct().toList();
    }

    /**
     * The rules of the last firewall that let it in.
     *
     * @return rules in the text form of {@link NetworkRule}; empty if there was no firewall
     */
    public List<String> deciding() {
        return List.copyOf(deciding);
    }

    /** Ports from the first to the last, and who may reach them. */
    private record Flow(String protocol, int first, int last, AddressSet senders) {
        String ports() {
            if (first == 0 && last == LAST_PORT) {
                return "*/" + protocol;
            }
            return (first == last ? String.valueOf(first) : first + "-" + last) + "/" + protocol;
        }
    }
}
