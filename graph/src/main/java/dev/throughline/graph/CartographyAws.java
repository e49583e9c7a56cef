package dev.throughline.graph;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudAccount;
import dev.throughline.model.DataStore;
import dev.throughline.model.Identity;
import dev.throughline.model.RelationType;
import dev.throughline.model.VirtualMachine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Cartography knows of AWS, under the keys that the connector for AWS gives. */
final class CartographyAws {
    private CartographyAws() {}

    static void account(CartographyRow row) {
        row.add(new CloudAccount(AssetKey.of(AssetKind.CLOUD_ACCOUNT, "aws/" + row.id()), row.text("name"), "aws"));
    }

    static void instance(CartographyRow row) {
        String arn = row.text("arn");
        AssetKey key = arn(
                arn == null
                        ? "arn:aws:ec2:" + row.required("region") + ":" + row.required("account") + ":instance/"
                                + row.id()
                        : arn);
        String tokens = row.text("tokens");
        row.own(new VirtualMachine(
                key,
                null,
                listed(row.text("publicAddress")),
                listed(row.text("privateAddress")),
                tokens == null ? null : Boolean.valueOf(tokens.equals("required")),
                null));
        row.texts("profiles").forEach(profile -> row.relate(key, RelationType.RUNS_AS, arn(profile)));
        for (List<String> pair : row.tuples("roles")) {
            row.relate(arn(pair.get(0)), RelationType.RUNS_AS, arn(pair.get(1)));
        }
    }

    /** One address that is known; that there are others, a node does not rule out. */
    private static @Nullable List<String> listed(@Nullable String address) {
        return address == null || address.isEmpty() ? null : List.of(address);
    }

    /** Cartography's "no" leaves out what it could not read, so only its "yes" counts. */
    static void bucket(CartographyRow row) {
        String arn = row.text("arn");
        row.own(new DataStore(
                arn(arn == null ? "arn:aws:s3:::" + row.id() : arn),
                row.text("name"),
                "s3",
                yes(row.bool("anonymous")),
                yes(row.bool("encrypted")),
                null,
                null,
                null));
    }

    private static @Nullable Boolean yes(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value) ? Boolean.TRUE : null;
    }

    static void role(CartographyRow row) {
        AssetKey key = arn(row.required("arn"));
        row.own(new Identity(key, row.text("name"), "role", null, null));
        row.texts("trusted").forEach(principal -> row.relate(key, RelationType.TRUSTS, arn(principal)));
    }

    private static AssetKey arn(String arn) {
        if (!arn.startsWith("arn:aws")) {
            throw new IllegalArgumentException("not an ARN where one is expected");
        }
        return AssetKey.of(AssetKind.CLOUD_RESOURCE, arn);
    }
}
