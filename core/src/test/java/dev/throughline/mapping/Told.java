package dev.throughline.mapping;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Links that a test tells, and what comes of them. */
final class Told {
    static final AssetKey IMAGE = Estate.image('b');
    static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    static final AssetKey FORK = AssetKey.repository("github.com/mallory/shop");

    private Told() {}

    static Link link(AssetKey repository, LinkMethod method) {
        return link(IMAGE, repository, method);
    }

    static Link link(AssetKey image, AssetKey repository, LinkMethod method) {
        return new Link(image, repository, null, null, null, method, Evidence.of("a test says so", image));
    }

    static Mapping mapping(Estate estate, Link... links) {
        Linker linker = (graph, sink) -> Arrays.stream(links).forEach(sink);
        return Mapping.of(estate.assess().graph(), List.of(linker));
    }

    static Mapping mapping(Link... links) {
        return mapping(new Estate().asset(IMAGE, Map.of()), links);
    }
}
