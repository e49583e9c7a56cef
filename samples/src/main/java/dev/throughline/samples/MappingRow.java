package dev.throughline.samples;

import dev.throughline.Assessment;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.ChainStage;
import dev.throughline.mapping.CodeToCloudChain;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import dev.throughline.model.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one image comes from, and what runs it.
 *
 * @param image key of the image; of the tag if nothing tells its digest
 * @param name a tag of the image, or registry and digest; null if neither is known
 * @param workloads the workloads that run it; empty if none is known
 * @param status mapped, missing or conflict
 * @param repository the most likely repository; null if nothing tells
 * @param commit the commit; null if nothing tells
 * @param run the run of the pipeline; null if nothing tells
 * @param method the strongest evidence; null if there is none
 * @param trust how hard that evidence is to forge; null if there is none
 * @param confidence how likely the repository is, 0 to 1; 0 if nothing tells
 * @param corroboration the other methods that name the same repository
 * @param rivals other repositories that evidence names
 * @param reasons for each stage that is missing or in conflict, why
 */
record MappingRow(
        String image,
        @Nullable String name,
        List<String> workloads,
        String status,
        @Nullable String repository,
        @Nullable String commit,
        @Nullable String run,
        @Nullable String method,
        @Nullable String trust,
        double confidence,
        List<String> corroboration,
        List<String> rivals,
        List<String> reasons) {
    /** All images that run, and all others whose origin is known, ordered by name. */
    static List<MappingRow> all(Assessment assessment) {
        Mapping mapping = assessment.mapping();
        Set<AssetKey> images = new TreeSet<>();
        Set<AssetKey> tags = new TreeSet<>();
        assessment.graph().assets(Workload.class).forEach(workload -> {
            images.addAll(mapping.imagesRunBy(workload.key()));
            tags.addAll(mapping.unresolvedTagsOf(workload.key()));
        });
        Set<AssetKey> running = new TreeSet<>();
        images.forEach(image -> running.addAll(mapping.namesOf(image)));
        mapping.mappedImages().stream()
                .filter(image -> !running.contains(image))
                .forEach(images::add);
        List<MappingRow> rows = new ArrayList<>();
        images.forEach(image -> rows.add(ofImage(assessment, image)));
        tags.forEach(tag -> rows.add(ofTag(assessment, tag)));
        rows.sort(Comparator.comparing(row -> row.name() == null ? row.image() : row.name()));
        return rows;
    }

    private static MappingRow ofImage(Assessment assessment, AssetKey image) {
        List<Candidate> candidates = assessment.mapping().candidates(image);
        CodeToCloudChain chain = assessment.chain(image);
        @Nullable Candidate origin = candidates.isEmpty() ? null : candidates.get(0);
        return new MappingRow(
                image.text(),
                nameOf(assessment, image),
                EvidenceView.texts(List.copyOf(assessment.mapping().workloadsRunning(image))),
                Names.of(chain.stage(ChainStage.Stage.SOURCE).status()),
                origin == null ? null : origin.repository().text(),
                origin == null ? null : FindingView.text(origin.commit().orElse(null)),
                origin == null ? null : FindingView.text(origin.run().orElse(null)),
                origin == null ? null : Names.of(origin.strongest().method()),
                origin == null ? null : Names.of(origin.trust()),
                origin == null ? 0 : Json.rounded(origin.confidence()),
                origin == null ? List.of() : others(origin),
                candidates.stream().skip(1).map(MappingRow::rival).toList(),
                reasons(chain));
    }

    private static MappingRow ofTag(Assessment assessment, AssetKey tag) {
        List<AssetKey> workloads = assessment
                .graph()
                .assets(Workload.class)
                .map(Workload::key)
                .filter(workload ->
                        assessment.mapping().unresolvedTagsOf(workload).contains(tag))
                .toList();
        return new MappingRow(
                tag.text(),
                tag.value(),
                EvidenceView.texts(workloads),
                "missing",
                null,
                null,
                null,
                null,
                null,
                0,
                List.of(),
                List.of(),
                reasons(assessment.chain(workloads.get(0))));
    }

    /** Of several tags the longest that is not "latest", for it tells most; without one, registry and digest. */
    private static @Nullable String nameOf(Assessment assessment, AssetKey image) {
        Comparator<String> tellsMost = Comparator.comparing((String tag) -> tag.endsWith(":latest"))
                .thenComparing(String::length, Comparator.reverseOrder());
        return Stream.concat(
                        starts(assessment, image, RelationType.TAGGED).sorted(tellsMost),
                        starts(assessment, image, RelationType.HOLDS).map(holder -> holder + "@" + image.value()))
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> starts(Assessment assessment, AssetKey image, RelationType type) {
        return assessment.mapping().namesOf(image).stream()
                .flatMap(name -> assessment.graph().incoming(name, type).stream())
                .map(relation -> relation.from().value())
                .sorted();
    }

    private static List<String> others(Candidate origin) {
        return origin.links().stream()
                .map(link -> Names.of(link.method()))
                .filter(method -> !method.equals(Names.of(origin.strongest().method())))
                .distinct()
                .toList();
    }

    private static String rival(Candidate candidate) {
        return candidate.repository() + " by " + Names.of(candidate.strongest().method()) + " ("
                + Names.of(candidate.trust()) + "), confidence"
                + PathsText.percent(candidate.confidence());
    }

    private static List<String> reasons(CodeToCloudChain chain) {
        return chain.stages().stream()
                .filter(stage -> stage.reason() != null)
                .map(stage -> Names.of(stage.stage()) + " " + Names.of(stage.status()) + ": " + stage.reason())
                .toList();
    }
}
