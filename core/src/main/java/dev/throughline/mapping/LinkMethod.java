package dev.throughline.mapping;

/** By what kind of evidence an asset is linked to its source. From strongest to weakest. */
public enum LinkMethod {
    /** Provenance whose signature, signer and subject were verified. */
    VERIFIED_PROVENANCE(Trust.SIGNED, 0.99),
    /** The platform reported which run pushed the digest. */
    PLATFORM_BUILD(Trust.PLATFORM, 0.95),
    /** Provenance whose signature is absent or was not checked. */
    PROVENANCE(Trust.ASSERTED, 0.8),
    /** Annotations of deployment tooling; names the repository that deploys, which need not be the one that builds. */
    DEPLOYMENT_TOOLING(Trust.ASSERTED, 0.6),
    /** Tags that an infrastructure-as-code tool wrote on the resource. */
    IAC_TAG(Trust.ASSERTED, 0.6),
    /** Labels in the image's configuration. */
    IMAGE_LABEL(Trust.CLAIMED, 0.5),
    /** Provenance whose verification failed: shown with the reason, and no more than anybody's word. */
    REFUSED_PROVENANCE(Trust.CLAIMED, 0.2),
    /** A tag or name that looks like a commit or a repository. */
    NAME(Trust.GUESS, 0.3);

    private final Trust trust;
    private final double confidence;

    LinkMethod(Trust trust, double confidence) {
        this.trust = trust;
        this.confidence = confidence;
    }

    /**
     * How hard its evidence is to forge.
     *
     * @return the trust grade
     */
    public Trust trust() {
        return trust;
    }

    /**
     * How often a link of this method alone is right.
     *
     * @return a probability, 0 to 1
     */
    public double confidence() {
        return confidence;
    }
}
