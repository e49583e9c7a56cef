package dev.throughline.samples.benchmark;

import dev.throughline.mapping.Link;
import dev.throughline.mapping.Linker;
import dev.throughline.mapping.Mapping;
import dev.throughline.mapping.link.Linkers;
import dev.throughline.model.AssetKey;
import dev.throughline.samples.benchmark.MappedEstate.Claim;
import dev.throughline.samples.benchmark.MappedEstate.Running;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Maps an estate, beside a plain hash join of workloads with claims, which reads no document, knows no names of images,
 * ranks nothing, and can be asked in one direction only: once from links that are there, as the claims are, once by all
 * linkers from the facts, and once with the question for the origin of every workload. Once more, where each workload has a
 * record of its deployment.
 */
final class MappingBenchmark {
    private static final int IMAGES = 100_000;
    private static final int WARM_UP = 10_000;
    private static final String WORK = "1 M workloads on 100,000 images, five methods: ";

    private MappingBenchmark() {}

    static List<Figure> run() {
        MappedEstate small = MappedEstate.of(WARM_UP);
        for (int i = 0; i < 5; i++) {
            ask(byFacts(small), small);
            byLinks(small, links(small));
            join(small);
        }
        Figure recorded = recorded();
        Times half = times(MappedEstate.of(IMAGES / 2), MappingBenchmark::byFacts);
        MappedEstate estate = MappedEstate.of(IMAGES);
        List<Link> links = links(estate);
        Times facts = times(estate, MappingBenchmark::byFacts);
        Times joined = times(estate, MappingBenchmark::join);
        String join = "a plain hash join";
        return List.of(
                Figure.slower(
                        WORK + "mapped from links",
                        times(estate, e -> byLinks(e, links)).median(),
                        join,
                        joined.median(),
                        3),
                Figure.compared(WORK + "mapped from facts", facts.median(), join, joined.median()),
                Figure.compared(
                        WORK + "mapped from facts, and asked for each",
                        times(estate, e -> ask(byFacts(e), e)).median(),
                        join,
                        joined.median()),
                Figure.slower("mapped from facts", facts.median(), "half the estate", half.median(), 2.3),
                recorded);
    }

    /** Whether what runs is linked to who deployed it in linear time, too. */
    private static Figure recorded() {
        Times half = times(MappedEstate.recorded(IMAGES / 2), MappingBenchmark::byFacts);
        Times all = times(MappedEstate.recorded(IMAGES), MappingBenchmark::byFacts);
        return Figure.slower(
                "mapped from facts, each workload with a deployment record",
                all.median(),
                "half the estate",
                half.median(),
                2.3);
    }

    private static Times times(MappedEstate estate, Function<MappedEstate, Object> work) {
        Times times = new Times();
        while (!times.enough()) {
            times.measure(() -> check(work.apply(estate)));
        }
        return times;
    }

    private static Mapping byFacts(MappedEstate estate) {
        return Mapping.of(estate.graph(), Linkers.all());
    }

    private static Mapping byLinks(MappedEstate estate, List<Link> links) {
        Linker given = (graph, sink) -> links.forEach(sink);
        return Mapping.of(estate.graph(), List.of(given));
    }

    private static List<Link> links(MappedEstate estate) {
        List<Link> links = new ArrayList<>();
        Linkers.all().forEach(linker -> linker.link(estate.graph(), links::add));
        return links;
    }

    private static Mapping ask(Mapping mapping, MappedEstate estate) {
        long origins = 0;
        for (Running row : estate.running()) {
            for (AssetKey image : mapping.imagesRunBy(row.workload())) {
                origins += mapping.candidates(image).size();
            }
        }
        if (origins != estate.running().size()) {
            throw new IllegalStateException("of " + estate.running().size() + " workloads " + origins + " are mapped");
        }
        return mapping;
    }

    private static List<Joined> join(MappedEstate estate) {
        Map<AssetKey, List<Claim>> byImage = new HashMap<>();
        for (Claim claim : estate.claims()) {
            byImage.computeIfAbsent(claim.image(), image -> new ArrayList<>()).add(claim);
        }
        List<Joined> joined = new ArrayList<>();
        for (Running row : estate.running()) {
            for (Claim claim : byImage.getOrDefault(row.image(), List.of())) {
                joined.add(new Joined(row, claim));
            }
        }
        return joined;
    }

    private record Joined(Running running, Claim claim) {}

    /** Uses the result, so that the work cannot be left out. */
    private static void check(Object result) {
        boolean complete = result instanceof Mapping mapping
                ? !mapping.mappedImages().isEmpty()
                : result instanceof List<?> joined && !joined.isEmpty();
        if (!complete) {
            throw new IllegalStateException("nothing was mapped, so nothing was measured");
        }
    }
}
