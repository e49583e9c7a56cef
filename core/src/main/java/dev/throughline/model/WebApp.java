package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A managed web application: App Service, Elastic Beanstalk, App Engine.
 *
 * <p>Key: {@code cloud:<native id>}. Source: Microsoft.Web/sites; appengine.googleapis.com/Service.
 *
 * @param key its key
 * @param name name
 * @param publicNetwork whether it answers on a public network at all
 * @param openRanges ranges in CIDR notation that it answers to, sorted; empty for none, unknown if no filter was read
 * @param authentication who may call it: {@code none} for anybody, else how its platform names what it asks for
 * @param tags tags as {@code key=value}, sorted
 */
public record WebApp(
        AssetKey key,
        @Nullable String name,
        @Nullable Boolean publicNetwork,
        @Nullable List<String> openRanges,
        @Nullable String authentication,
        @Nullable List<String> tags)
        implements Asset {
    /** Checks the key and copies lists. */
    public WebApp {
        AssetKind.WEB_APP.check(key);
        openRanges = openRanges == null ? null : List.copyOf(openRanges);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
