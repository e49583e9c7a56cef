package dev.throughline.connector.terraform;

import dev.throughline.connector.aws.AwsResources;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudResource;
import dev.throughline.model.DataStore;
import dev.throughline.model.EncryptionKey;
import dev.throughline.model.VirtualMachine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resources of the provider {@code aws}. Each is known by its ARN; what has none is not an asset of its own. */
final class AwsReader implements ResourceReader {
    @Override
    public @Nullable AssetKey read(ManagedResource resource, FactSink sink) {
        String arn = arn(resource);
        if (arn == null) {
            return null;
        }
        Answer answer = AwsAnswers.of(resource);
        AssetKey key = AwsResources.key(arn);
        if (answer != null) {
            AwsResources.read(answer.at(resource.values()), sink);
            return resource.type().equals("aws_eks_cluster") ? cluster(resource) : key;
        }
        AwsResources.own(asset(key, resource), sink);
        return key;
    }

    private Asset asset(AssetKey key, ManagedResource resource) {
        Map<String, String> byName = tags(resource);
        String tagged = byName == null ? null : byName.get("Name");
        String name = resource.text("name");
        List<String> tags = byName == null
                ? null
                : byName.entrySet().stream()
                        .map(tag -> tag.getKey() + "=" + tag.getValue())
                        .toList();
        DataStore store = AwsStores.of(key, resource, tagged, tags);
        if (store != null) {
            return store;
        }
        return switch (resource.type()) {
            case "aws_instance" -> new VirtualMachine(key, tagged, null, null, tokenRequired(resource), tags);
            case "aws_kms_key" -> new EncryptionKey(key, resource.text("description"), tags);
            default -> new CloudResource(key, name == null ? tagged : name, resource.type(), tags);
        };
    }

    /** APIs are known by the ARN of their invocations, and a service of ECS by its id. */
    private static @Nullable String arn(ManagedResource resource) {
        String arn = resource.text(
                switch (resource.type()) {
                    case "aws_api_gateway_rest_api", "aws_apigatewayv2_api" -> "execution_arn";
                    case "aws_ecs_service" -> "id";
                    default -> "arn";
                });
        return arn != null && arn.startsWith("arn:aws") ? arn : null;
    }

    private static AssetKey cluster(ManagedResource resource) {
        return AssetKey.of(AssetKind.CLUSTER, resource.values().requiredText("name"));
    }

    private static @Nullable Boolean tokenRequired(ManagedResource instance) {
        String tokens = ManagedResource.text(instance.block("metadata_options"), "http_tokens");
        return tokens == null ? null : tokens.equals("required");
    }

    @Override
    public @Nullable Map<String, String> tags(ManagedResource resource) {
        return resource.tags("tags_all", "tags");
    }
}
