package dev.throughline.risk.exposure.aws;

import com.google.common.net.InetAddresses;
import com.google.common.primitives.Ints;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of addresses.
 *
 * @param first its first address
 * @param bits how many bits all its addresses begin with
 */
record Cidr(InetAddress first, int bits) {
    /** Reads CIDR notation; null if it is none. */
    static @Nullable Cidr parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (!InetAddresses.isInetAddress(address)) {
            return null;
        }
        InetAddress first = InetAddresses.forString(address);
        int most = first.getAddress().length * Byte.SIZE;
        Integer bits = slash < 0 ? Integer.valueOf(most) : Ints.tryParse(text.substring(slash + 1));
        return bits == null || bits < 0 || bits > most ? null : new Cidr(first, bits);
    }

    boolean isV6() {
        return first.getAddress().length > 4;
    }

    /** Whether it is at least half of all addresses. */
    boolean isWide() {
        return bits <= 1;
    }

    boolean holds(Cidr other) {
        byte[] own = first.getAddress();
        byte[] others = other.first.getAddress();
        if (own.length != others.length || bits > other.bits) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (((own[bit / 8] ^ others[bit / 8]) & mask(bit)) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int mask(int bit) {
        return 0x80 >> (bit % 8);
    }

    /** What both hold; null if nothing. Two ranges overlap only if one holds the other. */
    @Nullable
    Cidr and(Cidr other) {
        return holds(other) ? other : other.holds(this) ? this : null;
    }

    /** What is left without another range. */
    List<Cidr> without(Cidr other) {
        if (other.holds(this)) {
            return List.of();
        }
        if (!holds(other)) {
            return List.of(this);
        }
        List<Cidr> left = new ArrayList<>();
        for (int bit = bits; bit < other.bits; bit++) { // the half that the other is not in, ever smaller
            byte[] sibling = other.first.getAddress();
            sibling[bit / 8] ^= (byte) mask(bit);
            left.add(new Cidr(cut(sibling, bit + 1), bit + 1));
        }
        return left;
    }

    private static InetAddress cut(byte[] address, int bits) {
        for (int bit = bits; bit < address.length * Byte.SIZE; bit++) {
            address[bit / 8] &= (byte) ~mask(bit);
        }
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // thrown for arrays of another length only
        }
    }

    @Override
    public String toString() {
        return InetAddresses.toAddrString(first) + "/" + bits;
    }
}
