package dev.throughline.risk.exposure;

import dev.throughline.model.AssetKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ways into a service that its cloud puts on the internet itself, such as a managed database or a container service. */
public final class PublicService {
    private PublicService() {}

    /**
     * The way into a service.
     *
     * @param service key of the service
     * @param publicNetwork whether it answers on a public network at all; null if not known
     * @param openRanges ranges in CIDR notation that it answers to; null if not known
     * @param what its platform calls the two settings, for the sentence that says what is missing
     * @return the way
     */
    public static Way into(
            AssetKey service, @Nullable Boolean publicNetwork, @Nullable List<String> openRanges, String what) {
        if (Boolean.FALSE.equals(publicNetwork)) {
            return Way.closed("it answers on private networks only", service).with("publicNetwork", "false");
        }
        if (openRanges == null) {
            return Way.unknown("from where it may be reached was not read: " + what, service);
        }
        Traffic traffic = Traffic.fromInternet().from(openRanges);
        if (traffic.isEmpty()) {
            return Way.closed("its firewall admits no public address", service)
                    .with("openRanges", openRanges.isEmpty() ? "none" : String.join(", ", openRanges));
        }
        if (publicNetwork == null) {
            return Way.unknown("whether it answers on a public network was not read: " + what, service);
        }
        return Way.open(traffic.width(), "it answers on a public network", AssetKey.INTERNET, service)
                .with("openRanges", String.join(", ", openRanges));
    }
}
