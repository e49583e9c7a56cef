package dev.throughline.connector.gcp;

import com.google.common.collect.ImmutableMap;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudAccount;
import dev.throughline.model.CloudResource;
import dev.throughline.model.EncryptionKey;
import dev.throughline.model.Network;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SecretStore;
import dev.throughline.model.Subnet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The readers, by type of asset. */
final class AssetReaders {
    private static final AssetReader OTHER = (asset, sink) ->
            sink.accept(new CloudResource(asset.key(), asset.shortName(), asset.type(), asset.labels()));

    private static final Map<String, AssetReader> BY_TYPE = ImmutableMap.<String, AssetReader>builder()
            .put("cloudresourcemanager.googleapis.com/Project", AssetReaders::project)
            .put("compute.googleapis.com/Instance", Instances::read)
            .put("compute.googleapis.com/Firewall", Firewalls::read)
            .put(
                    "compute.googleapis.com/Network",
                    (asset, sink) -> sink.accept(new Network(asset.key(), asset.shortName(), asset.labels())))
            .put("compute.googleapis.com/Subnetwork", (asset, sink) -> {
                String range = asset.data().text("ipCidrRange");
                sink.accept(new Subnet(
                        asset.key(), asset.shortName(), range == null ? null : List.of(range), asset.labels()));
            })
            .put("compute.googleapis.com/ForwardingRule", Balancers::forwardingRule)
            .put("compute.googleapis.com/GlobalForwardingRule", Balancers::forwardingRule)
            .put("compute.googleapis.com/TargetHttpProxy", Balancers::part)
            .put("compute.googleapis.com/TargetHttpsProxy", Balancers::part)
            .put("compute.googleapis.com/TargetTcpProxy", Balancers::part)
            .put("compute.googleapis.com/TargetSslProxy", Balancers::part)
            .put("compute.googleapis.com/TargetPool", Balancers::part)
            .put("compute.googleapis.com/TargetInstance", Balancers::part)
            .put("compute.googleapis.com/UrlMap", Balancers::part)
            .put("compute.googleapis.com/BackendService", Balancers::part)
            .put("compute.googleapis.com/RegionBackendService", Balancers::part)
            .put("run.googleapis.com/Service", Services::run)
            .put("cloudfunctions.googleapis.com/CloudFunction", Services::function)
            .put("cloudfunctions.googleapis.com/Function", Services::function)
            .put("iam.googleapis.com/ServiceAccount", ServiceAccounts::account)
            .put("iam.googleapis.com/ServiceAccountKey", ServiceAccounts::key)
            .put("iam.googleapis.com/Role", ServiceAccounts::role)
            .put("iam.googleapis.com/WorkloadIdentityPoolProvider", PoolProviders::read)
            .put("storage.googleapis.com/Bucket", Stores::bucket)
            .put("bigquery.googleapis.com/Dataset", Stores::dataset)
            .put("bigquery.googleapis.com/Table", Stores::dataset)
            .put("sqladmin.googleapis.com/Instance", Stores::database)
            .put(
                    "secretmanager.googleapis.com/Secret",
                    (asset, sink) -> sink.accept(
                            new SecretStore(asset.key(), asset.shortName(), asset.type(), null, null, asset.labels())))
            .put(
                    "cloudkms.googleapis.com/CryptoKey",
                    (asset, sink) -> sink.accept(new EncryptionKey(asset.key(), asset.shortName(), asset.labels())))
            .buildOrThrow();

    private AssetReaders() {}

    static AssetReader of(String type) {
        return Objects.requireNonNullElse(BY_TYPE.get(type), OTHER);
    }

    /** A project has a number, by which policies and ancestors name it, and an id, by which most resources do. */
    private static void project(CloudAsset asset, FactSink sink) {
        if (!asset.key().text().startsWith("cloudaccount:")) {
            OTHER.read(asset, sink);
        }
        String id = asset.data().text("projectId");
        if (id != null) {
            AssetKey account = Names.key("//cloudresourcemanager.googleapis.com/projects/" + id);
            sink.accept(new CloudAccount(account, asset.data().text("name"), "gcp"));
            if (!account.equals(asset.key())) {
                sink.accept(new Relation(asset.key(), RelationType.CONTAINS, account));
            }
        }
    }
}
