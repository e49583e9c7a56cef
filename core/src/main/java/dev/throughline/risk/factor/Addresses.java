package dev.throughline.risk.factor;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** Tells public addresses and ranges from others. */
final class Addresses {
    private Addresses() {}

    /** A host name is taken as public: load balancers that have one are named in public DNS unless said otherwise. */
    static boolean isPublic(String address) {
        if (!InetAddresses.isInetAddress(address)) {
            return true;
        }
        return isPublic(InetAddresses.forString(address));
    }

    private static boolean isPublic(InetAddress address) {
        boolean uniqueLocal = address instanceof Inet6Address && (address.getAddress()[0] & 0xFE) == 0xFC; // RFC 4193
        byte[] bytes = address.getAddress();
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64; // RFC 6598
        return !(address.isSiteLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || shared);
    }

    static boolean isEverywhere(String range) {
        return range.endsWith("/0");
    }

    /** Whether any of the ranges holds public addresses. */
    static boolean holdPublic(List<String> ranges) {
        return ranges.stream().anyMatch(range -> {
            int slash = range.indexOf('/');
            return isEverywhere(range) || isPublic(slash < 0 ? range : range.substring(0, slash));
        });
    }
}
