package dev.throughline.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a {@link NetworkRuleSet}. Text form {@code in allow 100 tcp 443,8000-8080 0.0.0.0/0,::/0}: direction, action,
 * priority ({@code -} for none), protocol ({@code *} for any), ports ({@code *} for any), and the other side.
 *
 * <p>Source: EC2 IpPermission and NetworkAclEntry; Azure SecurityRule; Compute Engine Firewall.
 *
 * @param inbound whether it is about what comes in
 * @param allow whether it lets through or refuses
 * @param priority its place in the order, lower first; unknown where all rules of a set are one
 * @param protocol {@code tcp}, {@code udp}, {@code icmp}, a protocol number, or {@code *}
 * @param ports destination ports and ranges of them; empty for any
 * @param peers ranges in CIDR notation, keys of other assets, or names of groups of the platform on the other side; each may
 *     be followed by {@code >} and the range or asset on this side that the rule is limited to
 */
public record NetworkRule(
        boolean inbound,
        boolean allow,
        @Nullable Integer priority,
        String protocol,
        List<String> ports,
        List<String> peers) {
    private static final int PARTS = 6;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if it has no protocol, no other side, or ports that are none
     */
    public NetworkRule {
        ports = List.copyOf(ports);
        peers = List.copyOf(peers);
        protocol = protocol.toLowerCase(Locale.ROOT);
        if (protocol.isEmpty() || peers.isEmpty()) {
            throw new IllegalArgumentException("a network rule needs a protocol and another side");
        }
        ports.forEach(NetworkRule::checkPorts);
    }

    private static void checkPorts(String range) {
        if (!range.matches("[0-9]{1,5}(-[0-9]{1,5})?") || last(range) < first(range)) {
            throw new IllegalArgumentException("'" + Text.quote(range) + "' is neither a port nor a range of ports");
        }
    }

    private static int first(String range) {
        int dash = range.indexOf('-');
        return Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
    }

    private static int last(String range) {
        return Integer.parseInt(range.substring(range.indexOf('-') + 1));
    }

    /**
     * Reads the text form.
     *
     * @param text text form
     * @return the rule
     * @throws IllegalArgumentException if it has not this form
     */
    public static NetworkRule parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("'" + Text.quote(text) + "' is not a network rule");
        }
        return new NetworkRule(
                oneOf(parts[0], "in", "out"),
                oneOf(parts[1], "allow", "deny"),
                parts[2].equals("-") ? null : Integer.valueOf(parts[2]),
                parts[3],
                parts[4].equals("*") ? List.of() : List.of(parts[4].split(",", -1)),
                List.of(parts[5].split(",", -1)));
    }

    private static boolean oneOf(String part, String yes, String no) {
        if (!part.equals(yes) && !part.equals(no)) {
            throw new IllegalArgumentException("'" + Text.quote(part) + "' is neither " + yes + " nor " + no);
        }
        return part.equals(yes);
    }

    /**
     * Whether it is about a port.
     *
     * @param wanted protocol in lower case
     * @param port port, 0 to 65535
     * @return whether its protocol and ports hold it
     */
    public boolean concerns(String wanted, int port) {
        return (protocol.equals("*") || protocol.equals(wanted))
                && (ports.isEmpty() || ports.stream().anyMatch(range -> first(range) <= port && port <= last(range)));
    }

    /** {@return the text form} */
    @Override
    public String toString() {
        return String.join(
                " ",
                inbound ? "in" : "out",
                allow ? "allow" : "deny",
                priority == null ? "-" : priority.toString(),
                protocol,
                ports.isEmpty() ? "*" : String.join(",", ports),
                String.join(",", peers));
    }
}
