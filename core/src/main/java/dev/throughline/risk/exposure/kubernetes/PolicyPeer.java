package dev.throughline.risk.exposure.kubernetes;

import com.google.common.base.Splitter;
import dev.throughline.risk.exposure.Addresses;
import java.util.List;
import java.util.Set;

/**
 * One entry of {@link dev.throughline.model.NetworkPolicy#ingressFrom()}.
 *
 * @param text the entry as it is written
 * @param peer who may come in
 * @param ports where to; none for anywhere
 */
record PolicyPeer(String text, String peer, List<String> ports) {
    private static final String BLOCK = "ipBlock=";
    private static final Splitter COMMAS = Splitter.on(',');

    static PolicyPeer parse(String text) {
        int ports = text.indexOf('#');
        return ports < 0
                ? new PolicyPeer(text, text, List.of())
                : new PolicyPeer(text, text.substring(0, ports), COMMAS.splitToList(text.substring(ports + 1)));
    }

    boolean isAny() {
        return peer.equals("any");
    }

    boolean isBlock() {
        return peer.startsWith(BLOCK);
    }

    /** The range of a block. */
    String range() {
        return block().get(0);
    }

    /** Whether a block holds public addresses that no exception takes away as a whole. */
    boolean admitsPublic() {
        return admitsAddresses() && Addresses.holdPublic(List.of(range()));
    }

    /** Whether it is a block that no exception takes away as a whole. */
    boolean admitsAddresses() {
        return isBlock() && block().stream().skip(1).noneMatch(except -> Addresses.isWithin(range(), except));
    }

    private List<String> block() {
        return Splitter.on('!').splitToList(peer.substring(BLOCK.length()));
    }

    /**
     * Whether it is about one of some ports.
     *
     * @param reached numbers of ports; none if they are not known
     * @param names names of ports with their numbers, as {@code http=8080}
     */
    boolean concerns(Set<String> reached, Set<String> names) {
        return ports.isEmpty()
                || reached.isEmpty()
                || ports.stream().anyMatch(port -> reached.stream().anyMatch(number -> covers(port, number, names)));
    }

    private static boolean covers(String entry, String number, Set<String> names) {
        String port = entry.substring(0, entry.lastIndexOf('/'));
        if (port.equals("*") || port.equals(number) || names.contains(port + "=" + number)) {
            return true;
        }
        int dash = port.indexOf('-');
        return port.matches("[0-9]{1,5}-[0-9]{1,5}")
                && Integer.parseInt(port.substring(0, dash)) <= Integer.parseInt(number)
                && Integer.parseInt(number) <= Integer.parseInt(port.substring(dash + 1));
    }
}
