package dev.throughline.connector.gcp;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudAccount;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an asset lies: organization → folders → project, by number → project, by id → asset. */
final class Places {
    private static final String MANAGER = "//cloudresourcemanager.googleapis.com/";
    private static final Pattern PROJECT = Pattern.compile("//[^/]+/(projects/[^/]+)/.+");

    private Places() {}

    static void read(CloudAsset asset, FactSink sink) {
        AssetKey key = asset.key();
        boolean isManaged = asset.name().startsWith(MANAGER);
        List<String> ancestors = asset.fields().strings("ancestors");
        String below = asset.name();
        for (String ancestor : ancestors) {
            String name = MANAGER + ancestor;
            if (!name.equals(below)) {
                sink.accept(new Relation(Names.key(name), RelationType.CONTAINS, Names.key(below)));
                below = name;
            }
        }
        Matcher project = PROJECT.matcher(asset.name());
        if (!isManaged && project.matches()) {
            AssetKey account = Names.key(MANAGER + project.group(1));
            if (account.text().startsWith("cloudaccount:")) {
                sink.accept(new CloudAccount(account, null, "gcp"));
                if (!ancestors.isEmpty()) {
                    sink.accept(new Relation(Names.key(MANAGER + ancestors.get(0)), RelationType.CONTAINS, account));
                }
            }
            sink.accept(new Relation(account, RelationType.CONTAINS, key));
        }
    }
}
