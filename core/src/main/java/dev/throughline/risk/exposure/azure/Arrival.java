package dev.throughline.risk.exposure.azure;

import dev.throughline.model.AssetKey;
import dev.throughline.risk.exposure.Traffic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Traffic from the internet that is sent on to an interface.
 *
 * @param chain the assets on the way, from the internet on
 * @param address key of the public address it comes in by
 * @param ports the ports it is sent to
 * @param gateway what an application gateway lets in at its front; null if nothing on the way answers itself
 * @param missing why it cannot be told whether it comes this far; null if it can
 */
record Arrival(
        List<AssetKey> chain,
        AssetKey address,
        List<String> ports,
        @Nullable Traffic gateway,
        @Nullable String missing) {}
