package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the statuses of a deployment tell, in whatever order they come. That it is inactive tells that another one followed,
 * not how it went.
 */
final class DeploymentOutcome {
    private @Nullable String state;
    private Instant statedAt = Instant.MIN;
    private @Nullable String address;
    private Instant addressedAt = Instant.MIN;

    void add(Fields status) {
        Instant at = Objects.requireNonNullElse(status.instant("created_at"), Instant.MIN);
        String said = status.text("state");
        if (said != null && !said.equals("inactive") && !at.isBefore(statedAt)) {
            state = said;
            statedAt = at;
        }
        String url = status.text("environment_url");
        if (url != null && !url.isEmpty() && !at.isBefore(addressedAt)) {
            address = url;
            addressedAt = at;
        }
    }

    /** Whether nothing tells that it failed or was not done yet. */
    boolean mayBeDeployed() {
        return state == null || state.equals("success");
    }

    /** The address that it gave last for what was deployed. */
    @Nullable
    String address() {
        return address;
    }
}
