package dev.throughline.risk.factor;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;

/** A workload of which it is asked whether the internet reaches it, and what may lead there. */
final class ExposedApi {
    static final AssetKey API = Estate.workload("api");
    static final AssetKey SERVICE = Estate.inShop(AssetKind.KUBERNETES_SERVICE, "api");
    static final AssetKey INGRESS = Estate.inShop(AssetKind.INGRESS, "web");
    static final AssetKey POLICY = Estate.inShop(AssetKind.NETWORK_POLICY, "policy");

    private ExposedApi() {}

    static Estate api() {
        return new Estate().deployment("api");
    }

    static Verdict verdict(Estate estate) {
        return estate.verdict(API, Factor.INTERNET_EXPOSED);
    }
}
