package dev.throughline.attack.edge.pipeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a member may do with a repository; each role may do all that those before it may. */
enum Role {
    READ,
    TRIAGE,
    WRITE,
    MAINTAIN,
    ADMIN;

    static Optional<Role> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    boolean mayWrite() {
        return compareTo(WRITE) >= 0;
    }
}
