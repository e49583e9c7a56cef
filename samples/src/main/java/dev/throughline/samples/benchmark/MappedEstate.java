package dev.throughline.samples.benchmark;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ImageReference;
import dev.throughline.model.Provenance;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.RiskGraphBuilder;
import dev.throughline.model.Scope;
import dev.throughline.model.SignatureState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An estate to be mapped, as a graph and as the rows a join would read. Ten workloads run each image, and five methods
 * speak for the origin of each: provenance that was verified, provenance that was not, a reported build, labels and the path
 * in the registry. Five releases of a repository are there, so five images.
 *
 * @param graph the graph
 * @param running a row for each workload
 * @param claims a row for each link
 */
record MappedEstate(RiskGraph graph, List<Running> running, List<Claim> claims) {
    private static final int WORKLOADS_PER_IMAGE = 10;
    private static final int RELEASES = 5;
    private static final Provenance SOURCE =
            new Provenance(Scope.parse("benchmark:mapping"), "all", Instant.parse("2026-11-22T12:00:00Z"));

    /**
     * That a workload runs an image.
     *
     * @param workload key of the workload
     * @param image key of the image
     */
    record Running(AssetKey workload, AssetKey image) {}

    /**
     * That an image comes from a repository.
     *
     * @param image key of the image
     * @param repository address of the repository, as it was written
     * @param method who says so
     */
    record Claim(AssetKey image, String repository, String method) {}

    static MappedEstate of(int images) {
        return of(images, RiskGraph.builder());
    }

    /** The same, and of each workload its organization recorded that it is deployed. */
    static MappedEstate recorded(int images) {
        RiskGraphBuilder builder = RiskGraph.builder();
        for (int i = 0; i < images; i++) {
            Service service = new Service(i / RELEASES, i % RELEASES + 1);
            for (int w = 0; w < WORKLOADS_PER_IMAGE; w++) {
                record(service, w, builder);
            }
        }
        return of(images, builder);
    }

    private static MappedEstate of(int images, RiskGraphBuilder builder) {
        List<Running> running = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            Service service = new Service(i / RELEASES, i % RELEASES + 1);
            code(service, builder, claims);
            for (int w = 0; w < WORKLOADS_PER_IMAGE; w++) {
                workload(service, w, builder, running);
            }
        }
        return new MappedEstate(builder.build(), running, claims);
    }

    private static void code(Service service, RiskGraphBuilder builder, List<Claim> claims) {
        AssetKey image = service.image();
        AssetKey repository = service.repository();
        String address = "https://github.com/" + service.organization() + "/" + service.name();
        AssetKey pipeline = AssetKey.inRepository(AssetKind.PIPELINE, repository, ".github/workflows/release.yml");
        AssetKey run = AssetKey.run(repository, String.valueOf(100_000_000L * service.release() + service.number()));
        ImageReference reference = ImageReference.parse(
                "ghcr.io/" + service.organization() + "/" + service.name() + ":" + service.version());
        AssetKey holder = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, reference.repository());
        String sha = Service.hex("commit " + service.number() + " " + service.release())
                .substring(0, 40);
        builder.add(
                AssetKind.CONTAINER_IMAGE.create(
                        image,
                        Map.of(
                                "labels",
                                List.of(
                                        "org.opencontainers.image.revision=" + sha,
                                        "org.opencontainers.image.source=" + address))),
                SOURCE);
        for (SignatureState signature : List.of(SignatureState.VERIFIED, SignatureState.UNCHECKED)) {
            AssetKey attestation =
                    AssetKey.of(AssetKind.ATTESTATION, "sha256:" + Service.hex(signature + image.text()));
            builder.add(
                    AssetKind.ATTESTATION.create(
                            attestation,
                            Map.of(
                                    "sourceRepository",
                                    "git+" + address,
                                    "sourceRevision",
                                    sha,
                                    "pipelinePath",
                                    ".github/workflows/release.yml",
                                    "invocation",
                                    address + "/actions/runs/" + service.number(),
                                    "signature",
                                    signature)),
                    SOURCE);
            builder.add(new Relation(image, RelationType.DESCRIBED_BY, attestation), SOURCE);
            claims.add(new Claim(copy(image), "git+" + address, signature.name()));
        }
        builder.add(new Relation(repository, RelationType.DEFINES, pipeline), SOURCE);
        builder.add(new Relation(pipeline, RelationType.RAN, run), SOURCE);
        builder.add(new Relation(run, RelationType.ON_COMMIT, AssetKey.commit(repository, sha)), SOURCE);
        builder.add(new Relation(run, RelationType.PUSHED, image), SOURCE);
        builder.add(new Relation(AssetKey.imageTag(reference), RelationType.TAGGED, image), SOURCE);
        builder.add(new Relation(holder, RelationType.HOLDS, image), SOURCE);
        for (String method : List.of("platform", "label", "name")) {
            claims.add(new Claim(copy(image), address, method));
        }
    }

    private static void record(Service service, int workload, RiskGraphBuilder builder) {
        AssetKey owner = AssetKey.organization("github.com", service.organization());
        AssetKey production = AssetKey.of(AssetKind.DEPLOYMENT_ENVIRONMENT, owner.value() + "/production");
        builder.add(new Relation(owner, RelationType.CONTAINS, service.repository()), SOURCE);
        builder.add(new Relation(owner, RelationType.CONTAINS, production), SOURCE);
        Map<String, String> place =
                Map.of("cluster", service.cluster(), "deployment", service.team() + "/" + name(service, workload));
        builder.add(new Relation(service.image(), RelationType.DEPLOYED_TO, production, place), SOURCE);
    }

    private static String name(Service service, int workload) {
        return service.name() + "-" + service.release() + "-" + workload;
    }

    /** A key that shares no text with another, as every row has its own. */
    private static AssetKey copy(AssetKey key) {
        return new AssetKey(String.valueOf(key.text().toCharArray()));
    }

    private static void workload(Service service, int number, RiskGraphBuilder builder, List<Running> running) {
        String name = name(service, number);
        AssetKey workload = AssetKey.workload(service.cluster(), service.team(), "Deployment", name);
        AssetKey container = AssetKey.inNamespace(
                AssetKind.CONTAINER, service.cluster(), service.team(), "Deployment/" + name + "/app");
        builder.add(AssetKind.WORKLOAD.create(workload, Map.of("name", name)), SOURCE);
        builder.add(new Relation(workload, RelationType.CONTAINS, container), SOURCE);
        builder.add(new Relation(container, RelationType.CREATED_FROM, service.image()), SOURCE);
        running.add(new Running(workload, copy(service.image())));
    }
}
