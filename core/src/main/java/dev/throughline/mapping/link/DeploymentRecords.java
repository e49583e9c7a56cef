package dev.throughline.mapping.link;

import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.DeploymentLinker;
import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Mapping;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.DeploymentEnvironment;
import dev.throughline.model.Evidence;
import dev.throughline.model.Organization;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Deployment records of artifacts (GitHub, <em>artifact metadata</em>): an organization says that a digest was deployed to a
 * cluster under a name. Whoever may write to the repository of the artifact may write the record, and no answer names that
 * repository, so it is the one that the image was built from, if it is one of the organization.
 *
 * <p>What runs where is there for many to see, so that a record repeats it proves nothing by itself: it is a claim. It is
 * more if the cluster or cloud runs the digest at that place, and it is known by more than a claim that the image is the
 * repository's own. Also then it tells less of who deployed than a tool does, for a controller in the cluster may have
 * written the record: so it is less sure.
 */
final class DeploymentRecords implements DeploymentLinker {
    private static final double AGREED = 0.4;
    private static final double CLAIMED = 0.2;
    private static final String PROVEN_STATEMENT =
            "the code host recorded that an image of this repository was deployed as"
                    + " this, and the runtime tells that digest";
    private static final String CLAIMED_STATEMENT =
            "the code host recorded that an image which may be of this repository" + " was deployed under this name";

    @Override
    public void link(RiskGraph graph, Mapping images, Consumer<Link> links) {
        byImage(graph).forEach((image, records) -> {
            Candidate candidate = images.origin(image).orElse(null);
            if (candidate != null && candidate.trust() != Trust.GUESS) {
                RecordedPlaces places = places(graph, candidate.repository(), records);
                if (!places.isEmpty()) {
                    KnownOrigin origin = KnownOrigin.of(images, image, candidate);
                    Set<AssetKey> names = Set.copyOf(images.namesOf(image));
                    for (AssetKey workload : images.workloadsRunning(image)) {
                        workload(graph, workload, names, origin, places, links);
                    }
                    clouds(graph, names, origin, places, links);
                }
            }
        });
    }

    /**
     * A record, and the organization whose it is.
     *
     * @param organization the organization that holds the environment
     * @param relation the relation of the image to the environment
     */
    private record Filed(AssetKey organization, Relation relation) {}

    private static Map<AssetKey, List<Filed>> byImage(RiskGraph graph) {
        Map<AssetKey, List<Filed>> byImage = new LinkedHashMap<>();
        graph.assets(DeploymentEnvironment.class).forEach(environment -> {
            for (Organization holder : graph.sources(environment.key(), RelationType.CONTAINS, Organization.class)) {
                for (Relation deployed : graph.incoming(environment.key(), RelationType.DEPLOYED_TO)) {
                    if (deployed.from().mayBe(AssetKind.CONTAINER_IMAGE)
                            || deployed.from().mayBe(AssetKind.IMAGE_INDEX)) {
                        byImage.computeIfAbsent(deployed.from(), image -> new ArrayList<>(1))
                                .add(new Filed(holder.key(), deployed));
                    }
                }
            }
        });
        return byImage;
    }

    /** The records of organizations that hold the repository. */
    private static RecordedPlaces places(RiskGraph graph, AssetKey repository, List<Filed> records) {
        Set<AssetKey> owners = new HashSet<>();
        graph.sources(repository, RelationType.CONTAINS, Organization.class).forEach(owner -> owners.add(owner.key()));
        RecordedPlaces places = new RecordedPlaces();
        for (Filed record : records) {
            if (owners.contains(record.organization())) {
                places.add(record.relation());
            }
        }
        return places;
    }

    private static void workload(
            RiskGraph graph,
            AssetKey workload,
            Set<AssetKey> image,
            KnownOrigin origin,
            RecordedPlaces places,
            Consumer<Link> links) {
        WorkloadPlace place = WorkloadPlace.of(workload);
        List<String> containers = RunningContainers.names(graph, workload, image);
        Relation here = places.in(place, containers);
        Relation somewhere = here == null ? places.anywhere(place, containers) : null;
        if (here != null) {
            boolean isObserved = RunningContainers.isObserved(graph, workload, image);
            links.accept(link(workload, here, origin, origin.isProven() && isObserved));
        } else if (somewhere != null) {
            links.accept(link(workload, somewhere, origin, false));
        }
    }

    /** Cloud resources that run the digest. Those that name a tag may have pulled another one. */
    private static void clouds(
            RiskGraph graph, Set<AssetKey> image, KnownOrigin origin, RecordedPlaces places, Consumer<Link> links) {
        for (AssetKey name : image) {
            graph.visitSources(graph.number(name), RelationType.CREATED_FROM, number -> {
                AssetKey runner = graph.key(number);
                if (runner.mayBe(AssetKind.CLOUD_RESOURCE)) {
                    cloud(runner, origin, places, links);
                }
            });
        }
    }

    private static void cloud(AssetKey resource, KnownOrigin origin, RecordedPlaces places, Consumer<Link> links) {
        CloudPlace place = CloudPlace.of(resource);
        for (String holder : place.holders()) {
            Relation here = places.in(holder, place.name());
            if (here != null) {
                links.accept(link(resource, here, origin, origin.isProven()));
                return;
            }
        }
        Relation somewhere = places.anywhere(place.name());
        if (somewhere != null) {
            links.accept(link(resource, somewhere, origin, false));
        }
    }

    private static Link link(AssetKey runner, Relation record, KnownOrigin origin, boolean isAgreed) {
        return new Link(
                runner,
                origin.repository(),
                null,
                null,
                null,
                LinkMethod.DEPLOYMENT_TOOLING,
                isAgreed ? Trust.ASSERTED : Trust.CLAIMED,
                isAgreed ? AGREED : CLAIMED,
                new Evidence(
                        isAgreed ? PROVEN_STATEMENT : CLAIMED_STATEMENT,
                        List.of(runner, record.from(), record.to(), origin.repository()),
                        origin.fields(record.properties())));
    }
}
