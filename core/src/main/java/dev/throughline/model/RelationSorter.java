package dev.throughline.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Orders relations as the table wants them, and makes one of those that several sources said. */
final class RelationSorter {
    private final int[] from;
    private final int[] to;
    private final byte[] types;
    private final int[] properties;
    private final int[] sources;
    private final List<Map<String, String>> propertyTable;
    private final List<Provenance> provenances;

    RelationSorter(
            int[] from,
            int[] to,
            byte[] types,
            int[] properties,
            int[] sources,
            Collection<Map<String, String>> propertyTable,
            Collection<Provenance> provenances) {
        this.from = from;
        this.to = to;
        this.types = types;
        this.properties = properties;
        this.sources = sources;
        this.propertyTable = new ArrayList<>(propertyTable);
        this.provenances = new ArrayList<>(provenances);
    }

    RelationTable table(int assets) {
        int[] order = order(assets);
        int[] sortedFrom = new int[order.length];
        int[] sortedTo = new int[order.length];
        byte[] sortedTypes = new byte[order.length];
        int[] sortedProperties = new int[order.length];
        int[] sortedSources = new int[order.length];
        Map<List<Provenance>, Integer> sourceSets = new LinkedHashMap<>();
        int count = 0;
        for (int start = 0; start < order.length; ) {
            int first = order[start];
            int end = start + 1;
            while (end < order.length && same(first, order[end])) {
                end++;
            }
            sortedFrom[count] = from[first];
            sortedTo[count] = to[first];
            sortedTypes[count] = types[first];
            sortedProperties[count] = properties[first];
            sortedSources[count] = sourceSets.computeIfAbsent(sources(order, start, end), s -> sourceSets.size());
            count++;
            start = end;
        }
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
        Map<String, String>[] maps = propertyTable.toArray(new Map[0]);
        return new RelationTable(
                assets,
                Arrays.copyOf(sortedFrom, count),
                Arrays.copyOf(sortedTo, count),
                Arrays.copyOf(sortedTypes, count),
                Arrays.copyOf(sortedProperties, count),
                Arrays.copyOf(sortedSources, count),
                maps,
                sourceSets.keySet().stream()
                        .map(s -> s.toArray(Provenance[]::new))
                        .toArray(Provenance[][]::new));
    }

    private List<Provenance> sources(int[] order, int start, int end) {
        if (end == start + 1) {
            return List.of(provenances.get(sources[order[start]]));
        }
        SortedSet<Provenance> all = new TreeSet<>();
        for (int i = start; i < end; i++) {
            all.add(provenances.get(sources[order[i]]));
        }
        return List.copyOf(all);
    }

    private boolean same(int a, int b) {
        return from[a] == from[b] && to[a] == to[b] && types[a] == types[b] && properties[a] == properties[b];
    }

    /** Groups by start in linear time, then sorts each group: few assets have many relations. */
    private int[] order(int assets) {
        int[] offsets = RelationTable.offsets(assets, from);
        int[] next = Arrays.copyOf(offsets, assets);
        int[] order = new int[from.length];
        for (int i = 0; i < from.length; i++) {
            order[next[from[i]]++] = i;
        }
        int[] rank = propertyRanks();
        for (int asset = 0; asset < assets; asset++) {
            int length = offsets[asset + 1] - offsets[asset];
            if (length > 1) {
                sort(order, offsets[asset], length, rank);
            }
        }
        return order;
    }

    /** Sorts by (type, end) packed in a long beside the position, then by properties where those are equal. */
    private void sort(int[] order, int start, int length, int[] rank) {
        long[] packed = new long[length];
        Integer[] group = new Integer[length];
        for (int i = 0; i < length; i++) {
            int relation = order[start + i];
            packed[i] = ((long) types[relation] << 32) | to[relation];
            group[i] = i;
        }
        int[] members = Arrays.copyOfRange(order, start, start + length);
        Arrays.sort(group, (a, b) -> {
            int byEnd = Long.compare(packed[a], packed[b]);
            return byEnd != 0 ? byEnd : Integer.compare(rank[properties[members[a]]], rank[properties[members[b]]]);
        });
        for (int i = 0; i < length; i++) {
            order[start + i] = members[group[i]];
        }
    }

    /** The place of each property map in the order of their texts, which does not depend on the order of additions. */
    private int[] propertyRanks() {
        Integer[] sorted = new Integer[propertyTable.size()];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(
                sorted,
                (a, b) -> propertyTable
                        .get(a)
                        .toString()
                        .compareTo(propertyTable.get(b).toString()));
        int[] rank = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            rank[sorted[i]] = i;
        }
        return rank;
    }
}
