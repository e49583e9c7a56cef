package dev.throughline.connector.cloudformation;

import dev.throughline.connector.aws.AwsResources;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudResource;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A resource of a stack: an element of {@code StackResources}. */
final class StackResource {
    /** There never was such a resource, or it is none of the stack any more. */
    private static final Set<String> GONE = Set.of("CREATE_FAILED", "DELETE_COMPLETE", "DELETE_SKIPPED");

    private final Fields resource;

    StackResource(Fields resource) {
        this.resource = resource;
    }

    void read(AssetKey repository, @Nullable String path, FactSink sink) {
        String address = resource.requiredText("StackName") + "/" + resource.requiredText("LogicalResourceId");
        String id = resource.text("PhysicalResourceId");
        String status = resource.text("ResourceStatus");
        if (id == null || id.isEmpty() || (status != null && GONE.contains(status))) {
            return;
        }
        AssetKey key = key(id, resource.requiredText("ResourceType"), sink);
        if (key == null) {
            return;
        }
        Map<String, String> properties = new TreeMap<>(Map.of("address", address));
        if (path != null) {
            properties.put("path", path);
        }
        sink.accept(new Relation(key, RelationType.PROVISIONED_BY, repository, properties));
    }

    /** Null if the id does not tell the ARN. A cluster is known by its name alone. */
    private @Nullable AssetKey key(String id, String type, FactSink sink) {
        if (type.equals("AWS::EKS::Cluster")) {
            return AssetKey.of(AssetKind.CLUSTER, id);
        }
        String arn = PhysicalId.arn(stack(), type, id);
        if (arn == null) {
            return null;
        }
        AssetKey key = AwsResources.key(arn);
        AwsResources.own(new CloudResource(key, null, type, null), sink);
        return key;
    }

    /** The ARN of the stack, which says in which account and region its resources are. */
    private String[] stack() {
        String[] stack = resource.requiredText("StackId").split(":", 6);
        if (stack.length < 6 || !stack[2].equals("cloudformation")) {
            throw new WrongShape(resource.pointer() + "/StackId", "not the ARN of a stack");
        }
        return stack;
    }
}
