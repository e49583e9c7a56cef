package dev.throughline.connector.kubernetes;

import dev.throughline.connector.kubernetes.PodSpec.ContainerSpec;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ImageReference;
import dev.throughline.model.ImageTag;
import dev.throughline.model.Registry;
import dev.throughline.model.RegistryRepository;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The images that containers run. What the runtime reports of the pods counts first, then a digest that was asked for,
 * then a tag, of which nobody knows what it points at.
 */
final class ImageFacts implements NamespaceFacts {
    private final Keys keys;

    ImageFacts(Keys keys) {
        this.keys = keys;
    }

    @Override
    public void emit(Workloads here, FactSink sink) {
        Set<Running> known = new HashSet<>();
        for (RunningWorkload workload : here.all()) {
            AssetKey holder = keys.workload(workload.name());
            List<PodObject> living = workload.livingPods();
            for (ContainerSpec container : workload.containers()) {
                AssetKey key = Keys.container(holder, container.name());
                Set<Running> running = running(living, container.name());
                for (Running image : running) {
                    AssetKey target = AssetKey.image(image.id.digest());
                    sink.accept(new Relation(key, RelationType.CREATED_FROM, target, reference(image.image)));
                    if (known.add(image)) {
                        reported(target, image, sink);
                    }
                }
                if (running.isEmpty()) {
                    asked(key, container.image(), sink);
                }
            }
        }
    }

    /** What the pods of a workload run in a container, each once. */
    private static Set<Running> running(List<PodObject> pods, String container) {
        Set<Running> running = new LinkedHashSet<>();
        for (PodObject pod : pods) {
            ImageId id = pod.imageIds().get(container);
            if (id != null) {
                running.add(new Running(id, pod.image(container)));
            }
        }
        return running;
    }

    /** Where an image was pulled from, the same for all that run it. */
    private static void reported(AssetKey image, Running running, FactSink sink) {
        ImageReference source = running.id.source();
        if (source == null) {
            return;
        }
        held(source, image, sink);
        ImageReference asked = parse(running.image);
        // With a digest beside it the tag is not looked at, and another repository may have packed the same image anew.
        if (asked != null && asked.digest() == null && asked.repository().equals(source.repository())) {
            AssetKey tag = tag(asked, sink);
            sink.accept(new Relation(tag, RelationType.TAGGED, image));
        }
    }

    private static void asked(AssetKey container, @Nullable String text, FactSink sink) {
        ImageReference asked = parse(text);
        if (asked == null) {
            return;
        }
        AssetKey target;
        if (asked.digest() != null) {
            target = AssetKey.image(asked.digest());
            held(asked, target, sink);
        } else {
            target = tag(asked, sink);
        }
        sink.accept(new Relation(container, RelationType.CREATED_FROM, target, reference(text)));
    }

    private static void held(ImageReference source, AssetKey image, FactSink sink) {
        sink.accept(new Relation(repository(source, sink), RelationType.HOLDS, image));
    }

    private static AssetKey tag(ImageReference reference, FactSink sink) {
        AssetKey tag = AssetKey.imageTag(reference);
        sink.accept(new ImageTag(tag, reference.tagOrLatest()));
        sink.accept(new Relation(repository(reference, sink), RelationType.CONTAINS, tag));
        return tag;
    }

    private static AssetKey repository(ImageReference reference, FactSink sink) {
        AssetKey registry = AssetKey.of(AssetKind.REGISTRY, reference.registry());
        AssetKey repository = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, reference.repository());
        sink.accept(new Registry(registry, reference.registry()));
        sink.accept(new RegistryRepository(repository, reference.name()));
        sink.accept(new Relation(registry, RelationType.CONTAINS, repository));
        return repository;
    }

    private static Map<String, String> reference(@Nullable String image) {
        return image == null ? Map.of() : Map.of("reference", image);
    }

    /** A reference as it was written; none where it was rejected when it was read. */
    private static @Nullable ImageReference parse(@Nullable String text) {
        try {
            return text == null ? null : ImageReference.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * What a container runs.
     *
     * @param id what the runtime reports
     * @param image what it was asked to run
     */
    private record Running(ImageId id, @Nullable String image) {}
}
