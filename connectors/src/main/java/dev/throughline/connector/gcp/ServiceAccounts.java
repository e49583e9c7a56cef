package dev.throughline.connector.gcp;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AccessKey;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudRole;
import dev.throughline.model.Identity;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;

/**
 * Service accounts, their keys, and custom roles. An account has two names: the resource, by its unique id, which its policy
 * and keys belong to, and the principal, by its address, which other policies name.
 */
final class ServiceAccounts {
    private ServiceAccounts() {}

    static void account(CloudAsset asset, FactSink sink) {
        AssetKey principal = principal(asset);
        Fields data = asset.data();
        Boolean disabled = data.bool("disabled");
        Boolean enabled = asset.hasData() ? Boolean.valueOf(!Boolean.TRUE.equals(disabled)) : null;
        sink.accept(new Identity(asset.key(), asset.shortName(), "ServiceAccount", enabled, null));
        if (!principal.equals(asset.key())) {
            sink.accept(new Identity(principal, data.text("email"), "ServiceAccount", enabled, null));
            sink.accept(new Relation(asset.key(), RelationType.CAN_AUTHENTICATE_AS, principal));
        }
    }

    /** The principal of an account, where the export tells its address; else the account itself. */
    static AssetKey principal(CloudAsset asset) {
        String email = asset.data().text("email");
        String last = asset.name().substring(asset.name().lastIndexOf('/') + 1);
        if (email != null) {
            return Names.account(email);
        }
        return last.indexOf('@') > 0 ? Names.account(last) : asset.key();
    }

    /** A key that Google keeps itself gives nothing away. */
    static void key(CloudAsset asset, FactSink sink) {
        String type = asset.data().text("keyType");
        String state = Boolean.TRUE.equals(asset.data().bool("disabled")) ? "inactive" : "active";
        sink.accept(new AccessKey(asset.key(), asset.shortName(), state, null, null));
        int keys = asset.name().lastIndexOf("/keys/");
        if (keys > 0 && "USER_MANAGED".equals(type) && state.equals("active")) {
            AssetKey account = Names.key(asset.name().substring(0, keys));
            sink.accept(new Relation(asset.key(), RelationType.CAN_AUTHENTICATE_TO, account));
        }
    }

    static void role(CloudAsset asset, FactSink sink) {
        sink.accept(new CloudRole(
                asset.key(), asset.shortName(), asset.data().strings("includedPermissions"), asset.labels()));
    }
}
