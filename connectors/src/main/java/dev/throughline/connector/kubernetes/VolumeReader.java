package dev.throughline.connector.kubernetes;

import dev.throughline.connector.kubernetes.PodSpec.Sources;
import dev.throughline.connector.kubernetes.PodSpec.VolumeSpec;
import dev.throughline.connector.support.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads volumes that reach beyond their pod (core/v1 Volume): to its node, to storage, to secrets and config maps. */
final class VolumeReader {
    private static final String HOST_PATH = "hostPath";
    private static final String CLAIM = "persistentVolumeClaim";

    /** Names that the API server gives to the volume of the service account token, different in each pod. */
    private static final String TOKEN_VOLUME = "kube-api-access-";

    private VolumeReader() {}

    static List<VolumeSpec> read(List<Fields> volumes, List<Fields> claimTemplates) {
        List<VolumeSpec> read = new ArrayList<>();
        for (Fields volume : volumes) {
            VolumeSpec spec = read(volume);
            if (spec != null && !spec.name().startsWith(TOKEN_VOLUME)) {
                read.add(spec);
            }
        }
        for (Fields claim : claimTemplates) {
            String name = Manifest.nameAt(claim.object("metadata"), "name");
            read.add(new VolumeSpec(name, CLAIM, null, Sources.NONE));
        }
        return List.copyOf(read);
    }

    /** The audiences of the tokens that volumes project, without those that the API server adds by itself. */
    static List<String> tokenAudiences(List<Fields> volumes) {
        Set<String> audiences = new TreeSet<>();
        for (Fields volume : volumes) {
            if (!volume.requiredText("name").startsWith(TOKEN_VOLUME)) {
                for (Fields source : volume.object("projected").list("sources")) {
                    if (source.has("serviceAccountToken")) {
                        String audience = source.object("serviceAccountToken").text("audience");
                        audiences.add(audience == null ? "" : audience);
                    }
                }
            }
        }
        return List.copyOf(audiences);
    }

    private static @Nullable VolumeSpec read(Fields volume) {
        String name = Manifest.nameAt(volume, "name");
        if (volume.has(HOST_PATH)) {
            return new VolumeSpec(name, HOST_PATH, volume.object(HOST_PATH).text("path"), Sources.NONE);
        }
        if (volume.has(CLAIM)) {
            return new VolumeSpec(name, CLAIM, null, Sources.NONE);
        }
        Sources sources = sources(volume);
        return sources.equals(Sources.NONE) ? null : new VolumeSpec(name, null, null, sources);
    }

    private static Sources sources(Fields volume) {
        List<String> secrets = new ArrayList<>();
        List<String> configMaps = new ArrayList<>();
        add(secrets, volume.object("secret"), "secretName");
        add(configMaps, volume.object("configMap"), "name");
        for (Fields source : volume.object("projected").list("sources")) {
            add(secrets, source.object("secret"), "name");
            add(configMaps, source.object("configMap"), "name");
        }
        return new Sources(List.copyOf(secrets), List.copyOf(configMaps));
    }

    /** Adds the name of an object that is referred to, if one is. */
    static void add(Collection<String> names, Fields reference, String field) {
        String name = reference.text(field);
        if (name != null && !name.isEmpty()) {
            names.add(Manifest.nameAt(reference, field));
        }
    }
}
