package dev.throughline.connector.attestation;

import dev.throughline.model.Text;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether provenance says of a build what the certificate says that signed it. The certificate authority has its word
 * from the platform, the statement from whoever ran the build: a workflow may sign whatever it likes.
 *
 * @param statement what the statement says
 * @param certificate what the certificate says
 */
record Agreement(Provenance statement, SigningCertificate certificate) {
    private static final String GITHUB_RUNNER = "https://github.com/actions/runner";

    /**
     * The first thing they say differently, the builder aside, as a sentence; null if they agree. What either leaves out
     * is no contradiction.
     */
    @Nullable
    String conflict() {
        return Stream.of(
                        differing("repository", certificate.repository(), statement.sourceRepository()),
                        differing("repository id", certificate.repositoryId(), statement.sourceRepositoryId()),
                        differing("commit", lower(certificate.commit()), lower(statement.sourceRevision())),
                        differing("ref", certificate.ref(), statement.sourceRef()),
                        differing("workflow", workflow(), statement.pipelinePath()),
                        run())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String differing(String what, @Nullable String certified, @Nullable String stated) {
        return certified == null || stated == null || certified.equals(stated)
                ? null
                : "the statement names " + what + " " + Text.quote(stated) + ", its certificate "
                        + Text.quote(certified);
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    /** Path of a workflow of GitHub; elsewhere provenance gives the job and not the file. */
    private @Nullable String workflow() {
        String config = certificate.buildConfig();
        int path = config == null ? -1 : config.indexOf("/.github/workflows/");
        return config == null || path < 0 ? null : config.substring(path + 1).replaceFirst("@.*", "");
    }

    /** The builder, if the statement names one that the certificate does not, as a sentence; else null. */
    @Nullable
    String builderConflict() {
        String stated = statement.builderId();
        boolean agrees = stated == null
                || certificate.repository() == null
                || Stream.of(certificate.identity(), certificate.buildSigner(), certificate.buildConfig())
                        .anyMatch(stated::equals)
                || isRunner(stated)
                || isSameRun(stated, certificate.run());
        return agrees ? null : differing("builder", certificate.identity(), stated);
    }

    /** GitHub's runner by the name it has in provenance; a runner of GitLab by its address in the project. */
    private boolean isRunner(String stated) {
        return stated.equals(GITHUB_RUNNER)
                || (certificate.runner() != null && stated.equals(GITHUB_RUNNER + "/" + certificate.runner()))
                || stated.matches(
                        "https://" + Pattern.quote(String.valueOf(certificate.repository())) + "/-/runners/[0-9]+");
    }

    private @Nullable String run() {
        String stated = statement.invocation();
        return stated == null || !stated.startsWith("https://") || isSameRun(stated, certificate.run())
                ? null
                : differing("run", certificate.run(), stated);
    }

    /** With or without the number of the attempt; GitHub ignores case in the name of a repository. */
    private static boolean isSameRun(String stated, @Nullable String certified) {
        if (certified == null) {
            return false;
        }
        List<String> runs = Stream.of(stated, certified)
                .map(Agreement::lower)
                .map(String::valueOf)
                .toList();
        return runs.get(0).equals(runs.get(1))
                || runs.get(0).startsWith(runs.get(1) + "/attempts/")
                || runs.get(1).startsWith(runs.get(0) + "/attempts/");
    }
}
