package dev.throughline.connector.aws;

import dev.throughline.fact.FactSink;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudAccount;
import dev.throughline.model.CloudPolicy;
import dev.throughline.model.PolicyStatement;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the readers of this package put what they find.
 *
 * @param place whose answer it is
 * @param sink takes the facts
 */
record Facts(Place place, FactSink sink) {
    /** A resource of the account. */
    void own(Asset asset) {
        sink.accept(asset);
        AssetKey account = AssetKey.of(AssetKind.CLOUD_ACCOUNT, "aws/" + place.owner(asset.key()));
        sink.accept(new CloudAccount(account, null, "aws"));
        relate(account, RelationType.CONTAINS, asset.key());
    }

    void add(Asset asset) {
        sink.accept(asset);
    }

    void relate(AssetKey from, RelationType type, AssetKey to) {
        sink.accept(new Relation(from, type, to));
    }

    void relate(AssetKey from, RelationType type, AssetKey to, Map<String, String> properties) {
        sink.accept(new Relation(from, type, to, properties));
    }

    /** Puts something into subnets and behind security groups. */
    void placed(AssetKey asset, List<String> subnets, List<String> groups) {
        subnets.forEach(subnet -> relate(place.ec2("subnet/" + subnet), RelationType.CONTAINS, asset));
        groups.forEach(group -> relate(asset, RelationType.GUARDED_BY, place.ec2("security-group/" + group)));
    }

    /** The policy of a resource, or the trust policy of a role. */
    void guard(AssetKey resource, @Nullable List<PolicyStatement> statements) {
        AssetKey policy = AssetKey.of(AssetKind.CLOUD_POLICY, resource.value() + "#policy");
        sink.accept(new CloudPolicy(
                policy,
                null,
                statements == null
                        ? null
                        : statements.stream().map(PolicyStatement::toString).toList(),
                "resource",
                null));
        relate(resource, RelationType.GUARDED_BY, policy);
    }
}
