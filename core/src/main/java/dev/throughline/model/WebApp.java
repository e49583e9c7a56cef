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
 * @param tags tags as {@code key=value}, sorted
 */
public record WebApp(
        AssetKey key, @Nullable String name, @Nullable List<String> tags) implements Asset {
    /** Checks the key and copies lists. */
    public WebApp {
        AssetKind.WEB_APP.check(key);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
