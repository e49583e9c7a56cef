package dev.throughline.connector.gcp;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.RequestedImage;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerService;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.ServerlessFunction;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cloud Run services, of both versions of its API, and functions of both generations. */
final class Services {
    private static final List<String> ANYWHERE = List.of("0.0.0.0/0", "::/0");
    private static final List<String> CALLERS = List.of(
            "roles/run.invoker",
            "roles/run.servicesInvoker",
            "roles/cloudfunctions.invoker",
            "roles/run.admin",
            "roles/owner",
            "roles/editor");

    private Services() {}

    static void run(CloudAsset asset, FactSink sink) {
        Fields data = asset.data();
        Fields old = data.object("metadata").object("annotations");
        String ingress = old.isAbsent() ? data.text("ingress") : old.text("run.googleapis.com/ingress");
        sink.accept(new ContainerService(
                asset.key(),
                asset.shortName(),
                asset.type(),
                asset.hasData() ? isOpen(ingress) : null,
                asset.hasData() ? ANYWHERE : null,
                isForAll(data, old) ? "none" : authentication(asset),
                asset.labels()));
        Fields template =
                data.has("spec") ? data.object("spec").object("template").object("spec") : data.object("template");
        runsAs(
                asset.key(),
                template.has("serviceAccountName")
                        ? template.text("serviceAccountName")
                        : template.text("serviceAccount"),
                sink);
        for (Fields container : template.list("containers")) {
            String image = container.text("image");
            if (image != null) {
                RequestedImage.created(asset.key(), image, sink);
            }
        }
    }

    static void function(CloudAsset asset, FactSink sink) {
        Fields data = asset.data();
        Fields service = data.has("serviceConfig") ? data.object("serviceConfig") : data;
        String ingress = service.text("ingressSettings");
        boolean isCalled = data.has("httpsTrigger") || service.has("uri");
        Boolean answers = isCalled ? isOpen(ingress) : Boolean.FALSE;
        sink.accept(new ServerlessFunction(
                asset.key(),
                asset.shortName(),
                data.has("runtime")
                        ? data.text("runtime")
                        : data.object("buildConfig").text("runtime"),
                asset.hasData() ? answers : null,
                asset.hasData() ? ANYWHERE : null,
                authentication(asset),
                asset.labels()));
        runsAs(asset.key(), service.text("serviceAccountEmail"), sink);
    }

    /**
     * The default is everything: {@code all}, {@code INGRESS_TRAFFIC_ALL}, {@code ALLOW_ALL}. Where load balancers are let in
     * ({@code internal-and-cloud-load-balancing}, {@code INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER}, {@code
     * ALLOW_INTERNAL_AND_GCLB}) it is not known: what leads to them is not read.
     */
    private static @Nullable Boolean isOpen(@Nullable String ingress) {
        String admits = ingress == null ? "all" : ingress.toLowerCase(Locale.ROOT);
        boolean balanced =
                admits.endsWith("load_balancer") || admits.endsWith("load-balancing") || admits.endsWith("gclb");
        return balanced ? null : admits.endsWith("all");
    }

    /** Whether anybody may invoke it without a role: the check of callers is turned off. */
    private static boolean isForAll(Fields data, Fields annotations) {
        return Boolean.TRUE.equals(data.bool("invokerIamDisabled"))
                || "true".equals(annotations.text("run.googleapis.com/invoker-iam-disabled"));
    }

    private static @Nullable String authentication(CloudAsset asset) {
        Boolean open = asset.isOpenToAll(CALLERS);
        return open == null ? null : open ? "none" : "iam";
    }

    private static void runsAs(AssetKey service, @Nullable String email, FactSink sink) {
        if (email != null && !email.isEmpty()) {
            sink.accept(new Relation(service, RelationType.RUNS_AS, Names.account(email)));
        }
    }
}
