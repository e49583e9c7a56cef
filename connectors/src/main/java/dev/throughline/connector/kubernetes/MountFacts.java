package dev.throughline.connector.kubernetes;

import dev.throughline.connector.kubernetes.PodSpec.ContainerSpec;
import dev.throughline.connector.kubernetes.PodSpec.MountSpec;
import dev.throughline.connector.kubernetes.PodSpec.Sources;
import dev.throughline.connector.kubernetes.PodSpec.VolumeSpec;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Volume;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What workloads mount: paths of their node, claims of storage, secrets and config maps. */
final class MountFacts implements NamespaceFacts {
    private final Keys keys;

    MountFacts(Keys keys) {
        this.keys = keys;
    }

    @Override
    public void emit(Workloads here, FactSink sink) {
        for (RunningWorkload workload : here.all()) {
            for (VolumeSpec volume : workload.template().spec().volumes()) {
                if (volume.type() != null) {
                    volume(workload, volume, sink);
                }
            }
            sources(workload, sink);
        }
    }

    private void volume(RunningWorkload workload, VolumeSpec volume, FactSink sink) {
        AssetKey holder = keys.workload(workload.name());
        AssetKey key = Keys.volume(holder, volume.name());
        sink.accept(new Volume(key, volume.name(), volume.type(), volume.path(), isReadOnly(workload, volume)));
        sink.accept(new Relation(holder, RelationType.CONTAINS, key));
        for (ContainerSpec container : workload.containers()) {
            for (MountSpec mount : container.mounts()) {
                if (mount.volume().equals(volume.name())) {
                    Map<String, String> properties = new TreeMap<>();
                    properties.put("readOnly", String.valueOf(mount.readOnly()));
                    if (mount.path() != null) {
                        properties.put("path", mount.path());
                    }
                    AssetKey from = Keys.container(holder, container.name());
                    sink.accept(new Relation(from, RelationType.MOUNTS, key, properties));
                }
            }
        }
    }

    /** Whether every mount is read-only; unknown if nothing mounts the volume. */
    private static @Nullable Boolean isReadOnly(RunningWorkload workload, VolumeSpec volume) {
        List<MountSpec> mounts = mounts(workload, volume);
        return mounts.isEmpty() ? null : mounts.stream().allMatch(MountSpec::readOnly);
    }

    private static List<MountSpec> mounts(RunningWorkload workload, VolumeSpec volume) {
        return workload.containers().stream()
                .flatMap(c -> c.mounts().stream())
                .filter(m -> m.volume().equals(volume.name()))
                .toList();
    }

    private void sources(RunningWorkload workload, FactSink sink) {
        Map<AssetKey, Set<String>> paths = new TreeMap<>();
        for (ContainerSpec container : workload.containers()) {
            add(paths, workload, container.environment(), Set.of());
        }
        for (VolumeSpec volume : workload.template().spec().volumes()) {
            Set<String> mountedAt = new TreeSet<>();
            mounts(workload, volume).stream()
                    .map(MountSpec::path)
                    .filter(Objects::nonNull)
                    .forEach(mountedAt::add);
            add(paths, workload, volume.sources(), mountedAt);
        }
        paths.forEach((source, mountedAt) -> sink.accept(new Relation(
                keys.workload(workload.name()),
                RelationType.MOUNTS,
                source,
                mountedAt.isEmpty() ? Map.of() : Map.of("path", String.join(",", mountedAt)))));
    }

    private void add(
            Map<AssetKey, Set<String>> paths, RunningWorkload workload, Sources sources, Set<String> mountedAt) {
        sources.secrets().forEach(s -> add(paths, workload, AssetKind.SECRET_OBJECT, s, mountedAt));
        sources.configMaps().forEach(c -> add(paths, workload, AssetKind.CONFIG_OBJECT, c, mountedAt));
    }

    private void add(
            Map<AssetKey, Set<String>> paths,
            RunningWorkload workload,
            AssetKind kind,
            String name,
            Set<String> mountedAt) {
        AssetKey source = keys.of(kind, new ObjectName(workload.name().namespace(), name));
        paths.computeIfAbsent(source, k -> new TreeSet<>()).addAll(mountedAt);
    }
}
