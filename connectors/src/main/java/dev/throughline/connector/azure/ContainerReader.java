package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.RequestedImage;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ContainerService;
import dev.throughline.model.NetworkRuleSet;
import dev.throughline.model.PublicAddress;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Microsoft.App/containerApps} with their environments, and {@code Microsoft.ContainerInstance/containerGroups}. */
final class ContainerReader {
    private ContainerReader() {}

    static void app(Resource resource, FactSink sink) {
        Fields properties = resource.properties();
        Fields ingress = properties.object("configuration").object("ingress");
        boolean isRead = properties.has("configuration");
        sink.accept(new ContainerService(
                resource.key(),
                resource.name(),
                resource.type(),
                isRead ? Boolean.TRUE.equals(ingress.bool("external")) : null,
                isRead ? openRanges(ingress) : null,
                "require".equalsIgnoreCase(ingress.text("clientCertificateMode")) ? "client-certificate" : null,
                resource.tags()));
        for (String field : List.of("managedEnvironmentId", "environmentId")) {
            String environment = properties.text(field);
            if (environment != null && !environment.isEmpty()) {
                sink.accept(new Relation(resource.key(), RelationType.GUARDED_BY, ArmId.key(environment)));
            }
        }
        images(resource, properties.object("template"), sink);
    }

    /** In an internal environment, "external" means the rest of the virtual network. */
    static void environment(Resource resource, FactSink sink) {
        boolean internal = Boolean.TRUE.equals(
                resource.properties().object("vnetConfiguration").bool("internal"));
        sink.accept(new NetworkRuleSet(
                resource.key(),
                resource.name(),
                List.of("in " + (internal ? "deny" : "allow") + " - * * 0.0.0.0/0,::/0"),
                resource.tags()));
    }

    /** Restrictions either all allow, and then all else is refused, or all deny, and then all else is let in. */
    private static List<String> openRanges(Fields ingress) {
        List<String> allowed = new ArrayList<>();
        for (Fields restriction : ingress.list("ipSecurityRestrictions")) {
            if ("Allow".equalsIgnoreCase(restriction.text("action"))) {
                allowed.add(restriction.requiredText("ipAddressRange"));
            }
        }
        return allowed.isEmpty()
                ? OpenRanges.ANYWHERE
                : allowed.stream().sorted().toList();
    }

    static void group(Resource resource, FactSink sink) {
        Fields address = resource.properties().object("ipAddress");
        String type = address.text("type");
        @Nullable Boolean isPublic = resource.properties().has("containers") ? "Public".equalsIgnoreCase(type) : null;
        sink.accept(new ContainerService(
                resource.key(),
                resource.name(),
                resource.type(),
                isPublic,
                Boolean.TRUE.equals(isPublic) ? OpenRanges.ANYWHERE : null,
                null,
                resource.tags()));
        String ip = address.text("ip");
        if (ip != null && Boolean.TRUE.equals(isPublic)) {
            AssetKey key = AssetKey.of(AssetKind.PUBLIC_ADDRESS, ip);
            sink.accept(new PublicAddress(key, ip));
            sink.accept(new Relation(key, RelationType.ROUTES_TO, resource.key()));
        }
        images(resource, resource.properties(), sink);
    }

    private static void images(Resource resource, Fields parent, FactSink sink) {
        for (Fields container : parent.list("containers")) {
            String image = Resource.properties(container).text("image");
            if (image != null) {
                RequestedImage.created(resource.key(), image, sink);
            }
        }
    }
}
