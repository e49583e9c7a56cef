package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the files of a dump into light records. An object that cannot be used is rejected, the others go on. */
final class DumpReader implements ManifestReader.Taker {
    private final Dump dump;
    private final PodTemplateReader templates;

    private DumpReader(Dump dump) {
        this.dump = dump;
        this.templates = new PodTemplateReader(dump);
    }

    static void read(List<InputFile> files, JsonLimits limits, Dump dump) {
        DumpReader reader = new DumpReader(dump);
        ManifestReader manifests = new ManifestReader(limits, reader);
        for (InputFile file : files) {
            try {
                manifests.read(file);
            } catch (SourceException e) {
                dump.unreadable(String.valueOf(e.getMessage()));
            } catch (WrongShape e) {
                dump.unreadable(new Rejection(file.name(), e.pointer(), String.valueOf(e.getMessage())).toString());
            }
        }
    }

    @Override
    public void object(String kind, @Nullable String apiVersion, Fields object) {
        ObjectKind known = ObjectKind.find(kind, apiVersion);
        if (known == null) {
            return;
        }
        String namespace = ObjectName.CLUSTER_WIDE;
        try {
            namespace = Manifest.namespaceOf(known, object);
            dump.mention(namespace);
            Addition addition = add(Manifest.of(known, namespace, object), object);
            if (addition != null) {
                dump.tally(namespace).add(addition, object.file(), object.pointer());
            }
        } catch (WrongShape e) {
            dump.tally(namespace).reject(new Rejection(object.file(), e.pointer(), String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            dump.tally(namespace)
                    .reject(new Rejection(object.file(), object.pointer(), String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void reject(Rejection rejection) {
        dump.tally(ObjectName.CLUSTER_WIDE).reject(rejection);
    }

    /** What an object adds; null of pods and their controllers, of which that is known when their namespace is joined. */
    private @Nullable Addition add(Manifest manifest, Fields object) {
        ObjectName name = manifest.name();
        return switch (manifest.kind()) {
            case NAMESPACE -> {
                dump.mention(name.name());
                yield dump.namespaces.add(name, NamespaceObject.of(manifest));
            }
            case NODE -> dump.nodes.add(name, NodeObject.of(manifest));
            case POD -> {
                PodObject pod = PodObject.of(manifest, templates);
                dump.workloads.add(pod, object.file(), object.pointer());
                yield null;
            }
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, REPLICA_SET, REPLICATION_CONTROLLER, JOB, CRON_JOB -> {
                ControllerObject controller = ControllerObject.of(manifest, templates);
                dump.workloads.add(controller, object.file(), object.pointer());
                yield null;
            }
            case SERVICE -> dump.services.add(name, ServiceObject.of(manifest));
            case ENDPOINT_SLICE -> dump.endpointSlices.add(name, EndpointSliceObject.of(manifest));
            case INGRESS -> dump.ingresses.add(name, IngressObject.of(manifest));
            case INGRESS_CLASS -> dump.ingressClasses.add(name, manifest.spec().requiredText("controller"));
            case NETWORK_POLICY -> dump.policies.add(name, NetworkPolicyObject.of(manifest));
            case GATEWAY_CLASS -> dump.gatewayClasses.add(name, manifest.spec().requiredText("controllerName"));
            case REFERENCE_GRANT -> dump.referenceGrants.add(name, ReferenceGrantObject.of(manifest));
            case GATEWAY -> dump.gateways.add(name, GatewayObject.of(manifest));
            case HTTP_ROUTE, GRPC_ROUTE, TLS_ROUTE, TCP_ROUTE, UDP_ROUTE -> route(RouteObject.of(manifest));
            case VIRTUAL_SERVICE -> route(VirtualServiceObject.of(manifest));
            case SERVICE_ACCOUNT -> dump.accounts.add(name, AccountObject.of(manifest));
            case ROLE, CLUSTER_ROLE -> dump.roles.add(name, RoleObject.of(manifest));
            case ROLE_BINDING, CLUSTER_ROLE_BINDING -> dump.bindings.add(name, BindingObject.of(manifest));
            case SECRET -> dump.secrets.add(name, EntriesObject.of(manifest, "data", "stringData"));
            case CONFIG_MAP -> dump.configMaps.add(name, EntriesObject.of(manifest, "data", "binaryData"));
            case ARGO_APPLICATION -> dump.argoApplications.add(name, ArgoApplication.of(manifest));
            case FLUX_GIT_REPOSITORY -> dump.fluxGitRepositories.add(name, FluxGitRepository.of(manifest));
            case FLUX_KUSTOMIZATION -> dump.fluxKustomizations.add(name, FluxKustomization.of(manifest));
            case FLUX_HELM_RELEASE -> dump.fluxHelmReleases.add(name, FluxHelmRelease.of(manifest));
        };
    }

    private Addition route(RouteObject object) {
        return dump.routes.add(object.path(), object);
    }
}
