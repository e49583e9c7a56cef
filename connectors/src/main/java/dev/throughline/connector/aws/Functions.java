package dev.throughline.connector.aws;

import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.AssetKey;
import dev.throughline.model.LoadBalancer;
import dev.throughline.model.PolicyStatement;
import dev.throughline.model.RelationType;
import dev.throughline.model.ServerlessFunction;
import java.util.List;
import java.util.Locale;

/** Functions of Lambda, their URLs, and the APIs in front of them. */
final class Functions {
    private static final List<String> EVERYWHERE = List.of("0.0.0.0/0", "::/0");

    private Functions() {}

    static void function(Item item, Facts facts) {
        AssetKey key = unqualified(item.requiredText("FunctionArn"));
        facts.own(new ServerlessFunction(
                key, item.text("FunctionName"), item.text("Runtime"), null, null, null, item.tags()));
        String role = item.text("Role");
        if (role != null) {
            facts.relate(key, RelationType.RUNS_AS, Place.arn(role));
        }
        Item network = item.object("VpcConfig");
        facts.placed(key, network.strings("SubnetIds"), network.strings("SecurityGroupIds"));
    }

    /** {@code lambda get-function}: the configuration, and the image. */
    static void described(Item answer, Facts facts) {
        Item configuration = answer.object("Configuration");
        function(configuration, facts);
        Item code = answer.object("Code");
        String resolved = code.text("ResolvedImageUri");
        String image = resolved == null ? code.text("ImageUri") : resolved;
        Images.runs(unqualified(configuration.requiredText("FunctionArn")), image, null, facts);
    }

    /** Versions and aliases follow the name; they are one function. */
    private static AssetKey unqualified(String arn) {
        String[] parts = arn.split(":", -1);
        return Place.arn(parts.length > 7 ? String.join(":", List.of(parts).subList(0, 7)) : arn);
    }

    static void url(Item item, Facts facts) {
        String type = item.text("AuthType");
        facts.add(new ServerlessFunction(
                unqualified(item.requiredText("FunctionArn")),
                null,
                null,
                true,
                EVERYWHERE,
                type == null ? null : type.toLowerCase(Locale.ROOT),
                null));
    }

    /** {@code lambda list-function-url-configs} that found none says so only of the function the file is named after. */
    static void urls(Item answer, Facts facts) {
        List<Item> urls = answer.list("FunctionUrlConfigs");
        urls.forEach(url -> url(url, facts));
        String subject = facts.place().subject();
        if (urls.isEmpty() && subject.contains(":function:")) {
            facts.add(new ServerlessFunction(unqualified(subject), null, null, false, List.of(), null, null));
        }
    }

    /** The policy of a function names the APIs that may invoke it. */
    static void invokedBy(AssetKey function, List<PolicyStatement> statements, Facts facts) {
        for (PolicyStatement statement : statements) {
            if (statement.allow() && statement.principals().contains("service:apigateway.amazonaws.com")) {
                statement.conditions().stream()
                        .filter(condition -> condition.key().equalsIgnoreCase("AWS:SourceArn"))
                        .flatMap(condition -> condition.values().stream())
                        .filter(source -> source.contains(":execute-api:"))
                        .map(source -> source.replaceFirst("/.*$", ""))
                        .filter(api -> api.indexOf('*') < 0)
                        .distinct()
                        .forEach(api -> facts.relate(Place.arn(api), RelationType.ROUTES_TO, function));
            }
        }
    }

    /** An API of API Gateway, of either generation; its invocations name it by this ARN. */
    static void api(Item item, Facts facts) {
        String version1 = item.text("id");
        String id = version1 == null ? item.text("ApiId") : version1;
        if (id == null) {
            throw new WrongShape(item.fields().pointer(), "neither an API nor anything else that is known");
        }
        boolean isPrivate =
                item.object("endpointConfiguration").strings("types").contains("PRIVATE");
        boolean disabled = Boolean.TRUE.equals(item.bool("disableExecuteApiEndpoint"));
        facts.own(new LoadBalancer(
                facts.place().key("execute-api", id),
                item.text("name"),
                // A domain of its own may still lead to it.
                (disabled && !isPrivate) ? null : Boolean.valueOf(!isPrivate),
                item.has("ApiEndpoint") ? List.of(item.requiredText("ApiEndpoint")) : null,
                item.tags()));
    }
}
