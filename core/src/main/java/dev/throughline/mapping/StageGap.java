package dev.throughline.mapping;

import org.jspecify.annotations.Nullable;

/**
 * What a stage of a chain lacks.
 *
 * @param cause why
 * @param subject what would have to be mended, such as the key of a repository, a scope or the name of a registry: gaps of
 *     one cause and subject are closed by one fix; null if nothing that is known tells it
 * @param reason why, in one sentence, as specific as the facts allow
 * @param remedy what would mend it, in one sentence
 */
public record StageGap(Cause cause, @Nullable String subject, String reason, String remedy) {}
