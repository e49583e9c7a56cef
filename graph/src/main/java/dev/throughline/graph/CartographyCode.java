package dev.throughline.graph;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Cluster;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import dev.throughline.model.ImageTag;
import dev.throughline.model.Pod;
import dev.throughline.model.Registry;
import dev.throughline.model.RegistryRepository;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.Visibility;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Cartography knows of repositories, images and clusters, under the keys that the connectors for them give. */
final class CartographyCode {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private CartographyCode() {}

    static void repository(CartographyRow row) {
        String url = row.text("url");
        AssetKey key = AssetKey.repository(url == null ? row.id() : url);
        row.add(new Repository(
                key,
                row.text("name"),
                null,
                url,
                // A private one may be internal.
                Boolean.FALSE.equals(row.bool("private")) ? Visibility.PUBLIC : null,
                row.text("branch"),
                row.bool("archived"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
        String organization = row.text("account");
        if (organization != null) {
            String host = key.value().substring(0, key.value().indexOf('/'));
            row.relate(AssetKey.organization(host, organization), RelationType.CONTAINS, key);
        }
    }

    /** An image in a repository of ECR, by tag or digest. */
    static void image(CartographyRow row) {
        String uri = row.text("uri");
        ImageReference reference = ImageReference.parse(uri == null ? row.id() : uri);
        AssetKey registry = AssetKey.of(AssetKind.REGISTRY, reference.registry());
        AssetKey repository = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, reference.repository());
        row.add(new Registry(registry, reference.registry()));
        row.add(new RegistryRepository(repository, reference.name()));
        row.relate(registry, RelationType.CONTAINS, repository);
        List<AssetKey> images = row.texts("digests").stream()
                .map(digest -> AssetKey.image(Digest.parse(digest)))
                .toList();
        images.forEach(image -> row.relate(repository, RelationType.HOLDS, image));
        if (reference.digest() == null) {
            AssetKey tag = AssetKey.imageTag(reference);
            row.add(new ImageTag(tag, reference.tagOrLatest()));
            row.relate(repository, RelationType.CONTAINS, tag);
            if (images.size() == 1) { // of several, one is the index and the others are its platforms
                row.relate(tag, RelationType.TAGGED, images.get(0));
            }
        }
    }

    static void cluster(CartographyRow row) {
        String name = row.required("name");
        row.add(new Cluster(AssetKey.of(AssetKind.CLUSTER, name), name, row.text("version")));
    }

    static void pod(CartographyRow row) {
        String cluster = row.required("account");
        String namespace = row.required("namespace");
        String name = row.required("name");
        AssetKey key = AssetKey.inNamespace(AssetKind.POD, cluster, namespace, name);
        AssetKey space = AssetKey.inCluster(AssetKind.NAMESPACE, cluster, namespace);
        row.add(new Pod(key, name, row.text("phase"), null));
        row.relate(AssetKey.of(AssetKind.CLUSTER, cluster), RelationType.CONTAINS, space);
        row.relate(space, RelationType.CONTAINS, key);
        for (List<String> image : row.tuples("images")) {
            Matcher digest = DIGEST.matcher(image.get(1));
            row.relate(
                    key,
                    RelationType.CREATED_FROM,
                    digest.find()
                            ? AssetKey.image(Digest.parse(digest.group()))
                            : AssetKey.imageTag(ImageReference.parse(image.get(0))),
                    Map.of("reference", image.get(0)));
        }
    }
}
