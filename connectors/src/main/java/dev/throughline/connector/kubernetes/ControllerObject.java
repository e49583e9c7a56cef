package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object with a pod template: Deployment, StatefulSet, DaemonSet, ReplicaSet (apps/v1), Job, CronJob (batch/v1) or
 * ReplicationController (core/v1).
 *
 * @param name its name
 * @param controller its own controller
 * @param replicas pods it wants
 * @param annotations annotations that linkers read
 * @param helmRelease the HelmRelease of Flux that made it
 * @param template its pod template
 */
record ControllerObject(
        WorkloadName name,
        @Nullable Owner controller,
        @Nullable Long replicas,
        List<String> annotations,
        @Nullable ObjectName helmRelease,
        PodTemplate template) {
    /** Annotations with which deployment tools say where an object comes from. */
    private static final List<String> ORIGINS = List.of(
            "a8r.io/",
            "app.openshift.io/vcs-",
            "argocd.argoproj.io/",
            "backstage.io/",
            "helm.toolkit.fluxcd.io/",
            "image.openshift.io/",
            "kustomize.toolkit.fluxcd.io/",
            "meta.helm.sh/",
            "org.opencontainers.image.");

    static ControllerObject of(Manifest manifest, PodTemplateReader templates) {
        Fields spec = manifest.spec();
        Fields template = manifest.kind() == ObjectKind.CRON_JOB
                ? spec.object("jobTemplate").object("spec").object("template")
                : spec.object("template");
        return new ControllerObject(
                new WorkloadName(
                        manifest.name().namespace(),
                        manifest.kind().apiName(),
                        manifest.name().name()),
                manifest.controller(),
                manifest.kind() == ObjectKind.DAEMON_SET
                        ? manifest.status().number("desiredNumberScheduled")
                        : spec.number("replicas"),
                origins(manifest),
                FluxHelmRelease.thatMade(manifest),
                templates.read(
                        manifest.name().namespace(),
                        template.object("metadata").stringMap("labels"),
                        template.object("spec"),
                        spec.list("volumeClaimTemplates")));
    }

    static List<String> origins(Manifest manifest) {
        return manifest.settings(ControllerObject::isOrigin);
    }

    private static boolean isOrigin(String key) {
        for (String prefix : ORIGINS) {
            if (key.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
