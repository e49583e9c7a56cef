package dev.throughline.risk.exposure;

import com.google.common.net.InetAddresses;
import com.google.common.primitives.Ints;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of IPv4 and IPv6 addresses, as intervals that are disjoint and in order. Immutable. Every operation takes time linear
 * in the intervals of its operands.
 */
final class AddressSet {
    private static final int BITS_4 = 32;
    private static final int BITS_6 = 128;
    /** IPv6 addresses are numbered after the IPv4 ones. */
    private static final BigInteger START_6 = BigInteger.ONE.shiftLeft(BITS_4);

    static final AddressSet EMPTY = new AddressSet(List.of());
    static final AddressSet ALL = of(List.of("0.0.0.0/0", "::/0"));
    /** Those that senders on the internet have. */
    static final AddressSet PUBLIC = ALL.minus(of(Addresses.SPECIAL));

    private final List<Interval> intervals;

    private AddressSet(List<Interval> intervals) {
        this.intervals = List.copyOf(intervals);
    }

    /** The addresses in some addresses and ranges in CIDR notation; what is neither adds none. */
    static AddressSet of(List<String> ranges) {
        List<Interval> found = new ArrayList<>();
        for (String range : ranges) {
            Interval interval = Interval.of(range);
            if (interval != null) {
                found.add(interval);
            }
        }
        return joined(found);
    }

    private static AddressSet joined(List<Interval> intervals) {
        intervals.sort(Comparator.comparing(Interval::first));
        List<Interval> joined = new ArrayList<>();
        for (Interval next : intervals) {
            Interval last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && next.first.compareTo(last.last) <= 0) {
                joined.set(joined.size() - 1, new Interval(last.first, last.last.max(next.last)));
            } else {
                joined.add(next);
            }
        }
        return new AddressSet(joined);
    }

    boolean isEmpty() {
        return intervals.isEmpty();
    }

    /** Whether it holds more than half of all IPv4 or of all IPv6 addresses that senders on the internet have. */
    boolean isWide() {
        return count(BITS_4).shiftLeft(1).compareTo(PUBLIC.count(BITS_4)) > 0
                || count(BITS_6).shiftLeft(1).compareTo(PUBLIC.count(BITS_6)) > 0;
    }

    private BigInteger count(int bits) {
        return intervals.stream()
                .filter(interval -> (interval.first.compareTo(START_6) < 0) == (bits == BITS_4))
                .map(Interval::size)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    AddressSet and(AddressSet other) {
        List<Interval> both = new ArrayList<>();
        for (int i = 0, j = 0; i < intervals.size() && j < other.intervals.size(); ) {
            Interval a = intervals.get(i);
            Interval b = other.intervals.get(j);
            BigInteger first = a.first.max(b.first);
            BigInteger last = a.last.min(b.last);
            if (first.compareTo(last) <= 0) {
                both.add(new Interval(first, last));
            }
            if (a.last.compareTo(b.last) < 0) {
                i++;
            } else {
                j++;
            }
        }
        return new AddressSet(both);
    }

    AddressSet or(AddressSet other) {
        List<Interval> all = new ArrayList<>(intervals);
        all.addAll(other.intervals);
        return joined(all);
    }

    AddressSet minus(AddressSet other) {
        List<Interval> left = new ArrayList<>();
        for (Interval interval : intervals) {
            BigInteger next = interval.first;
            for (Interval hole : other.intervals) {
                if (hole.last.compareTo(next) >= 0 && hole.first.compareTo(interval.last) <= 0) {
                    if (hole.first.compareTo(next) > 0) {
                        left.add(new Interval(next, hole.first.subtract(BigInteger.ONE)));
                    }
                    next = hole.last.add(BigInteger.ONE);
                }
            }
            if (next.compareTo(interval.last) <= 0) {
                left.add(new Interval(next, interval.last));
            }
        }
        return new AddressSet(left);
    }

    /** Addresses from the first to the last, by their numbers. */
    private record Interval(BigInteger first, BigInteger last) {
        static @Nullable Interval of(String range) {
            int slash = range.indexOf('/');
            String text = slash < 0 ? range : range.substring(0, slash);
            if (!InetAddresses.isInetAddress(text)) {
                return null;
            }
            InetAddress address = InetAddresses.forString(text);
            int bits = address.getAddress().length * Byte.SIZE;
            Integer prefix = slash < 0 ? Integer.valueOf(bits) : Ints.tryParse(range.substring(slash + 1));
            if (prefix == null || prefix < 0 || prefix > bits) {
                return null;
            }
            BigInteger size = BigInteger.ONE.shiftLeft(bits - prefix);
            BigInteger number = new BigInteger(1, address.getAddress());
            BigInteger first = number.subtract(number.mod(size)).add(bits == BITS_4 ? BigInteger.ZERO : START_6);
            return new Interval(first, first.add(size).subtract(BigInteger.ONE));
        }

        BigInteger size() {
            return last.subtract(first).add(BigInteger.ONE);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressSet set && intervals.equals(set.intervals);
    }

    @Override
    public int hashCode() {
        return intervals.hashCode();
    }

    @Override
    public String toString() {
        return intervals.toString();
    }
}
