package dev.throughline.risk.exposure;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import com.google.common.primitives.Ints;
import java.net.InetAddress;
import java.util.List;

/** Tells public addresses and ranges from others. */
public final class Addresses {
    private static final int MOST_BITS = 128;

    /** IANA special-purpose registries (RFC 6890), as far as nothing on the internet is sent from or to them. */
    static final ImmutableList<String> SPECIAL = ImmutableList.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "224.0.0.0/4",
            "::/127",
            "fc00::/7",
            "fe80::/10",
            "ff00::/8");

    private static final List<Block> NOT_PUBLIC =
            SPECIAL.stream().map(Block::of).toList();

    private Addresses() {}

    /**
     * Whether something with this address can be reached from the internet. A host name is taken as public: load balancers
     * that have one are named in public DNS unless said otherwise.
     *
     * @param address IP address or host name
     * @return whether it is public
     */
    public static boolean isPublic(String address) {
        return !InetAddresses.isInetAddress(address) || isPublic(InetAddresses.forString(address), MOST_BITS);
    }

    /**
     * Whether a range stands for every address.
     *
     * @param range a range in CIDR notation
     * @return whether it is {@code 0.0.0.0/0} or {@code ::/0}
     */
    public static boolean isEverywhere(String range) {
        return range.endsWith("/0");
    }

    /**
     * Whether any of the ranges holds public addresses. What is no range is taken to hold some.
     *
     * @param ranges addresses and ranges in CIDR notation
     * @return whether one is not private as a whole
     */
    public static boolean holdPublic(List<String> ranges) {
        return ranges.stream().anyMatch(Addresses::holdsPublic);
    }

    /**
     * Whether a range lies within another as a whole.
     *
     * @param range an address or a range in CIDR notation
     * @param outer a range in CIDR notation
     * @return whether it does; what is no range lies within none
     */
    public static boolean isWithin(String range, String outer) {
        int slash = range.indexOf('/');
        String address = slash < 0 ? range : range.substring(0, slash);
        Integer bits = slash < 0 ? Integer.valueOf(MOST_BITS) : Ints.tryParse(range.substring(slash + 1));
        int cut = outer.indexOf('/');
        Integer outerBits = cut < 0 ? null : Ints.tryParse(outer.substring(cut + 1));
        if (bits == null
                || outerBits == null
                || outerBits < 0
                || outerBits > MOST_BITS
                || !InetAddresses.isInetAddress(address)
                || !InetAddresses.isInetAddress(outer.substring(0, cut))) {
            return false;
        }
        Block block = new Block(InetAddresses.forString(outer.substring(0, cut)), outerBits);
        return outerBits <= bits && block.holds(InetAddresses.forString(address));
    }

    /**
     * Whether a range holds any of some addresses.
     *
     * @param range a range in CIDR notation; what is none holds nothing
     * @param addresses IP addresses
     * @return whether one lies within
     */
    public static boolean holdsAny(String range, List<String> addresses) {
        return !AddressSet.of(List.of(range)).and(AddressSet.of(addresses)).isEmpty();
    }

    private static boolean holdsPublic(String range) {
        int slash = range.indexOf('/');
        String address = slash < 0 ? range : range.substring(0, slash);
        Integer bits = slash < 0 ? Integer.valueOf(MOST_BITS) : Ints.tryParse(range.substring(slash + 1));
        return bits == null
                || !InetAddresses.isInetAddress(address)
                || isPublic(InetAddresses.forString(address), bits);
    }

    /** A range is private only if it lies within a private one as a whole. */
    private static boolean isPublic(InetAddress address, int bits) {
        return NOT_PUBLIC.stream().noneMatch(block -> block.bits() <= bits && block.holds(address));
    }

    /** Addresses that begin with the same bits. */
    private record Block(InetAddress first, int bits) {
        static Block of(String range) {
            int slash = range.indexOf('/');
            return new Block(
                    InetAddresses.forString(range.substring(0, slash)), Integer.parseInt(range.substring(slash + 1)));
        }

        boolean holds(InetAddress address) {
            byte[] own = first.getAddress();
            byte[] other = address.getAddress();
            if (own.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < Math.min(bits, own.length * Byte.SIZE); bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
