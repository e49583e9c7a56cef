package dev.throughline.risk.exposure.azure;

import dev.throughline.model.NetworkRule;
import dev.throughline.risk.exposure.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a rule of a network security group means for one interface: rules may be for some destinations only, and name senders
 * by service tag.
 *
 * @param addresses its private addresses; empty if not known
 * @param groups keys of the application security groups it is in
 */
record Destination(List<String> addresses, Set<String> groups) {
    /** Tags for senders that are not on the internet. */
    private static final Set<String> INSIDE = Set.of("VirtualNetwork", "AzureLoadBalancer");

    private static final String INTERNET = "Internet";

    /** Who sends. */
    enum Sender {
        /** Somebody on the internet; a service tag stands for nobody. */
        OUTSIDE,
        /** Somebody on the internet, of whom any service tag may hold. */
        OUTSIDE_OR_TAGGED,
        /** An application gateway in the same virtual network, which is written as if it were the internet. */
        GATEWAY
    }

    /** The rules as they are for a sender to this destination. */
    List<NetworkRule> seen(List<NetworkRule> rules, Sender sender) {
        List<NetworkRule> seen = new ArrayList<>();
        for (NetworkRule rule : rules) {
            List<String> peers = new ArrayList<>();
            for (String peer : rule.peers()) {
                int limit = peer.indexOf('>');
                if (limit < 0 || isHere(peer.substring(limit + 1), rule.allow())) {
                    peers.add(as(limit < 0 ? peer : peer.substring(0, limit), rule.allow(), sender));
                }
            }
            if (!peers.isEmpty()) {
                seen.add(new NetworkRule(
                        rule.inbound(), rule.allow(), rule.priority(), protocol(rule), rule.ports(), peers));
            }
        }
        return seen;
    }

    private static String protocol(NetworkRule rule) {
        return rule.protocol().equals("any") ? "*" : rule.protocol();
    }

    /** Where the addresses are not known, what is allowed is allowed here, and what is denied is denied elsewhere. */
    private boolean isHere(String limit, boolean allow) {
        if (INSIDE.contains(limit) || limit.endsWith("/0") || groups.contains(limit)) {
            return true;
        }
        return addresses.isEmpty() ? allow && !limit.startsWith("cloud:") : Addresses.holdsAny(limit, addresses);
    }

    private static String as(String peer, boolean allow, Sender sender) {
        boolean isRange = peer.indexOf('/') > 0 || Character.isDigit(peer.charAt(0));
        return switch (sender) {
            case OUTSIDE -> peer;
            case OUTSIDE_OR_TAGGED ->
                allow && !isRange && !INSIDE.contains(peer) && !peer.startsWith("cloud:") ? INTERNET : peer;
            case GATEWAY -> {
                boolean holds = peer.endsWith("/0") || peer.equals("VirtualNetwork");
                boolean mayHold = allow && isRange && !Addresses.holdPublic(List.of(peer));
                yield holds || mayHold ? INTERNET : "nobody";
            }
        };
    }
}
