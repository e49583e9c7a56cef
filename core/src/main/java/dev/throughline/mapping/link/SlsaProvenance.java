package dev.throughline.mapping.link;

import com.google.common.collect.ImmutableSortedMap;
import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Linker;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Attestation;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.SignatureState;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SLSA provenance whose subject is the image: names repository, commit, workflow and run. How much it counts is a matter of
 * its signature. A document whose signature does not hold stays visible as what it is: words that anybody can write.
 *
 * <p>So are those whose signature is absent or was not checked: whoever may push to the registry can write them. That the
 * platform knows the commit or the run they name corroborates nothing, for commits, runs and their times are there for all
 * to read, and the time in an image is the builder's own. It is another matter if the code host keeps the document under
 * the very repository that it names: there only those can put it who may write to the repository. That proves who stands
 * by it; not that the build went as it says, nor that a workflow and no person uploaded it.
 */
final class SlsaProvenance implements Linker {
    private static final String RUNS = "/actions/runs/";
    private static final Pattern GITHUB_RUN = Pattern.compile("([0-9]+)(?:/attempts/[0-9]+)?");

    @Override
    public void link(RiskGraph graph, Consumer<Link> links) {
        Addresses addresses = new Addresses();
        NameReuse names = new NameReuse(graph);
        graph.assets(Attestation.class).forEach(attestation -> {
            AssetKey repository = addresses.repository(attestation.sourceRepository());
            if (repository != null) {
                AssetKey run = run(addresses, repository, attestation.invocation());
                boolean isKept = isKept(graph, repository, attestation);
                graph.visitSources(graph.number(attestation.key()), RelationType.DESCRIBED_BY, image -> {
                    Link link = link(graph.key(image), repository, run, attestation, isKept);
                    links.accept(names.checked(link, attestation));
                });
            }
        });
    }

    /** Whether its code host keeps the document under the repository, which says nothing for one that was refused. */
    private static boolean isKept(RiskGraph graph, AssetKey repository, Attestation attestation) {
        int keeper = graph.number(repository);
        boolean[] isKept = {false};
        if (keeper >= 0 && attestation.signature() != SignatureState.INVALID) {
            graph.visitSources(
                    graph.number(attestation.key()), RelationType.CONTAINS, found -> isKept[0] |= found == keeper);
        }
        return isKept[0];
    }

    private static Link link(
            AssetKey image, AssetKey repository, @Nullable AssetKey run, Attestation attestation, boolean isKept) {
        String statement = statement(attestation.signature());
        Link link = new Link(
                image,
                repository,
                Addresses.commit(repository, attestation.sourceRevision()),
                pipeline(repository, attestation.pipelinePath()),
                run,
                method(attestation.signature()),
                new Evidence(
                        isKept ? statement + "; the code host keeps it under the repository" : statement,
                        List.of(image, attestation.key()),
                        fields(attestation)));
        return isKept ? link.corroborated() : link;
    }

    private static LinkMethod method(@Nullable SignatureState signature) {
        return signature == SignatureState.VERIFIED
                ? LinkMethod.VERIFIED_PROVENANCE
                : signature == SignatureState.INVALID ? LinkMethod.REFUSED_PROVENANCE : LinkMethod.PROVENANCE;
    }

    private static String statement(@Nullable SignatureState signature) {
        if (signature == SignatureState.VERIFIED) {
            return "verified provenance names this repository";
        }
        if (signature == SignatureState.INVALID) {
            return "provenance names this repository, but its signature was refused";
        }
        return "provenance names this repository; its signature is "
                + (signature == SignatureState.ABSENT ? "absent" : "not checked");
    }

    private static Map<String, String> fields(Attestation attestation) {
        ImmutableSortedMap.Builder<String, String> fields = ImmutableSortedMap.naturalOrder();
        put(fields, "sourceRepository", attestation.sourceRepository());
        put(fields, "sourceRef", attestation.sourceRef());
        put(fields, "sourceRepositoryId", attestation.sourceRepositoryId());
        put(fields, "builder.id", attestation.builderId());
        put(fields, "signer", attestation.signer());
        put(fields, "issuer", attestation.issuer());
        put(fields, "verdict", attestation.verdict());
        return fields.buildOrThrow();
    }

    private static void put(ImmutableSortedMap.Builder<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static @Nullable AssetKey pipeline(AssetKey repository, @Nullable String path) {
        return path == null || path.isEmpty() ? null : AssetKey.inRepository(AssetKind.PIPELINE, repository, path);
    }

    /** The run, if it is one of this repository: a document may name the run of another. */
    private static @Nullable AssetKey run(Addresses addresses, AssetKey repository, @Nullable String invocation) {
        int at = invocation == null ? -1 : invocation.indexOf(RUNS);
        if (invocation == null || at < 0 || !repository.equals(addresses.repository(invocation.substring(0, at)))) {
            return null;
        }
        Matcher run = GITHUB_RUN.matcher(invocation).region(at + RUNS.length(), invocation.length());
        return run.matches() ? AssetKey.run(repository, run.group(1)) : null;
    }
}
