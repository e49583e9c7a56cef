package dev.throughline.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job of a pipeline may do and whom it listens to. Text form {@code job=deploy environment=production
 * runsOn=self-hosted,linux idToken=true secrets=TOKEN}; what has its usual value is left out, and in values percent, comma
 * and space are written {@code %25}, {@code %2C} and {@code %20}.
 *
 * @param name name of the job
 * @param environment deployment environment it names; null for none or a computed one
 * @param runsOn labels of the runner it asks for; empty if it asks for none, or a machine of the platform
 * @param idToken whether it may ask for an OpenID Connect token
 * @param writesContents whether its token may write to the repository; null if the definition leaves that to the settings
 * @param secrets names of the secrets and protected variables it reads
 * @param untrusted how it executes what an outsider wrote: {@value #HEAD}, {@value #ARTIFACT}, or the expression that a
 *     script contains
 * @param guarded whether a condition looks at who asks for it before it runs
 * @param protectedRefsOnly whether its rules admit only protected or named branches; null if that was not looked at
 */
public record PipelineJob(
        String name,
        @Nullable String environment,
        List<String> runsOn,
        boolean idToken,
        @Nullable Boolean writesContents,
        List<String> secrets,
        List<String> untrusted,
        boolean guarded,
        @Nullable Boolean protectedRefsOnly) {
    /** It checks out the head of a pull request. */
    public static final String HEAD = "checkout-head";

    /** It takes artifacts of the run that started it. */
    public static final String ARTIFACT = "artifact-of-run";

    /** Copies the lists. */
    public PipelineJob {
        runsOn = List.copyOf(runsOn);
        secrets = List.copyOf(secrets);
        untrusted = List.copyOf(untrusted);
    }

    /**
     * Reads the text form.
     *
     * @param text text form
     * @return the job
     * @throws IllegalArgumentException if it has not this form
     */
    public static PipelineJob parse(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : text.split(" ", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + Text.quote(text) + "' is not a job");
            }
            fields.put(part.substring(0, equals), part.substring(equals + 1));
        }
        String environment = fields.get("environment");
        String writes = fields.get("writesContents");
        String restricted = fields.get("protectedRefsOnly");
        return new PipelineJob(
                decode(fields.getOrDefault("job", "")),
                environment == null ? null : decode(environment),
                list(fields.get("runsOn")),
                Boolean.parseBoolean(fields.get("idToken")),
                writes == null ? null : Boolean.valueOf(writes),
                list(fields.get("secrets")),
                list(fields.get("untrusted")),
                Boolean.parseBoolean(fields.get("guarded")),
                restricted == null ? null : Boolean.valueOf(restricted));
    }

    /**
     * The jobs of a pipeline.
     *
     * @param pipeline the pipeline
     * @return its jobs; empty if its definition was not read
     * @throws IllegalArgumentException if one has not the form of a job
     */
    public static List<PipelineJob> of(Pipeline pipeline) {
        return pipeline.jobs() == null
                ? List.of()
                : pipeline.jobs().stream().map(PipelineJob::parse).toList();
    }

    private static List<String> list(@Nullable String value) {
        List<String> values = new ArrayList<>();
        if (value != null) {
            for (String element : value.split(",", -1)) {
                values.add(decode(element));
            }
        }
        return values;
    }

    private static String encode(String value) {
        return value.replace("%", "%25").replace(",", "%2C").replace(" ", "%20");
    }

    private static String decode(String value) {
        return value.replace("%20", " ").replace("%2C", ",").replace("%25", "%");
    }

    /** {@return the text form} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("job=").append(encode(name));
        if (environment != null) {
            text.append(" environment=").append(encode(environment));
        }
        append(text, "runsOn", runsOn);
        if (idToken) {
            text.append(" idToken=true");
        }
        if (writesContents != null) {
            text.append(" writesContents=").append(writesContents);
        }
        append(text, "secrets", secrets);
        append(text, "untrusted", untrusted);
        if (guarded) {
            text.append(" guarded=true");
        }
        if (protectedRefsOnly != null) {
            text.append(" protectedRefsOnly=").append(protectedRefsOnly);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String name, List<String> values) {
        if (!values.isEmpty()) {
            text.append(' ').append(name).append('=');
            text.append(
                    String.join(",", values.stream().map(PipelineJob::encode).toList()));
        }
    }
}
