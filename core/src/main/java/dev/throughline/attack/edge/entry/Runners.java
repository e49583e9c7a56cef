package dev.throughline.attack.edge.entry;

import dev.throughline.attack.AttackSituation;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudResource;
import dev.throughline.model.ContainerService;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.ServerlessFunction;
import dev.throughline.model.VirtualMachine;
import dev.throughline.model.WebApp;
import dev.throughline.model.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What runs code that somebody outside may speak to: workloads, machines, container services, functions and web apps. */
final class Runners {
    private Runners() {}

    static boolean isOne(RiskGraph graph, AssetKey key) {
        Asset asset = graph.find(key).orElse(null);
        return asset instanceof Workload
                || asset instanceof VirtualMachine
                || asset instanceof ContainerService
                || asset instanceof ServerlessFunction
                || asset instanceof WebApp;
    }

    /** Where weaknesses of what it runs are found: itself, and its images by all their names. */
    static Set<AssetKey> codeOf(AttackSituation situation, AssetKey asset) {
        Set<AssetKey> places = new TreeSet<>(Set.of(asset));
        situation.mapping().imagesRunBy(asset).forEach(image -> addNames(situation, image, places));
        if (asset.mayBe(AssetKind.CLOUD_RESOURCE)) {
            addImages(situation, asset, places);
            // What it runs may be told by a part of it: a revision, a task definition.
            for (CloudResource part : situation.graph().targets(asset, RelationType.CONTAINS, CloudResource.class)) {
                addImages(situation, part.key(), places);
            }
        }
        return places;
    }

    private static void addImages(AttackSituation situation, AssetKey runner, Set<AssetKey> places) {
        for (Relation created : situation.graph().outgoing(runner, RelationType.CREATED_FROM)) {
            if (created.to().mayBe(AssetKind.IMAGE_TAG)) {
                List<AssetKey> images = situation.graph().outgoing(created.to(), RelationType.TAGGED).stream()
                        .map(Relation::to)
                        .distinct()
                        .toList();
                // A tag that points at several images tells nothing.
                if (images.size() == 1) {
                    addNames(situation, images.get(0), places);
                }
            } else {
                addNames(situation, created.to(), places);
            }
        }
    }

    private static void addNames(AttackSituation situation, AssetKey image, Set<AssetKey> places) {
        places.add(image);
        places.addAll(situation.mapping().namesOf(image));
    }

    /** Who is asked to sign in before speaking to it; empty if anybody may, or nothing tells. */
    static Optional<String> authentication(RiskGraph graph, AssetKey key) {
        Asset asset = graph.find(key).orElse(null);
        String told = null;
        if (asset instanceof ServerlessFunction function) {
            told = function.authentication();
        } else if (asset instanceof ContainerService service) {
            told = service.authentication();
        } else if (asset instanceof WebApp app) {
            told = app.authentication();
        }
        return Optional.ofNullable(told).filter(who -> !who.equals("none"));
    }
}
