package dev.throughline.connector.gcp;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;

/** For connectors that know resources of Google Cloud from elsewhere: the same keys and facts as {@link GcpConnector}. */
public final class GcpResources {
    private GcpResources() {}

    /**
     * The key of a resource or project.
     *
     * @param name its full resource name, {@code //service/path}
     * @return {@code cloud://service/path}; {@code cloudaccount:gcp/…} for a project by its id
     */
    public static AssetKey key(String name) {
        return Names.key(name);
    }

    /**
     * Reads an asset of the inventory.
     *
     * @param asset the asset; of a type that is not known only its name, its labels and where it lies
     * @param sink takes the facts
     */
    public static void read(Fields asset, FactSink sink) {
        AssetFile.asset(asset, sink);
    }

    /**
     * Says whose tokens of a workload identity pool a service account trusts.
     *
     * @param email address of the service account
     * @param role role that the member holds at it; others than {@code roles/iam.workloadIdentityUser} trust nobody
     * @param member principal of a pool, as policies write it; any other is not such a token
     * @param sink takes the facts
     */
    public static void trust(String email, String role, String member, FactSink sink) {
        Bindings.trust(Names.account(email), role, member, sink);
    }
}
