package dev.throughline.mapping.link;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ImageReference;
import dev.throughline.model.RelationType;

/** A repository whose image runs in a cluster: what tests of recorded deployments start from. */
final class ReleasedShop {
    static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    static final AssetKey COMMIT = AssetKey.commit(SHOP, "a".repeat(40));
    static final AssetKey PIPELINE = AssetKey.inRepository(AssetKind.PIPELINE, SHOP, "release.yml");
    static final AssetKey RUN = AssetKey.run(SHOP, "1");
    static final AssetKey IMAGE = Estate.image('a');
    static final AssetKey API = Estate.workload("api");

    private ReleasedShop() {}

    /** The image runs; nothing tells where it comes from. */
    static Estate running() {
        return new Estate().deployment("api").runs("api", IMAGE);
    }

    /** A tag of the image is all that is known to run. */
    static Estate runningByTag() {
        AssetKey tag = AssetKey.imageTag(ImageReference.parse("ghcr.io/acme/api:1"));
        return new Estate().deployment("api").runs("api", tag).relation(tag, RelationType.TAGGED, IMAGE);
    }

    /** A run of the repository built the image from the commit. */
    static Estate built(Estate estate) {
        return estate.relation(SHOP, RelationType.DEFINES, PIPELINE)
                .relation(PIPELINE, RelationType.RAN, RUN)
                .relation(RUN, RelationType.ON_COMMIT, COMMIT)
                .relation(RUN, RelationType.PUSHED, IMAGE);
    }
}
