package dev.throughline.connector.sarif;

import com.google.common.base.Suppliers;
import dev.throughline.connector.support.CodeResult;
import dev.throughline.connector.support.CodeResults;
import dev.throughline.connector.support.Fingerprint;
import dev.throughline.connector.support.OneLine;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Severity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns the results of a run that was read to its end into facts. */
final class RunFacts {
    private final Run run;
    private final Supplier<Set<AssetKey>> repository;
    private final String file;
    private final FactSink sink;
    private final String tool;
    private final String slug;
    private final ToolRules rules;
    private final Taxonomies taxonomies;
    private final ArtifactPaths paths;
    private final Set<AssetKey> images;
    private final boolean ofImage;
    private final @Nullable String commit;
    private final Map<AssetKey, CodeResults> byAsset = new LinkedHashMap<>();
    private final Map<DescriptorReference, UsedRule> used = new LinkedHashMap<>();
    private DescriptorReference lastReference = DescriptorReference.NONE;
    private @Nullable UsedRule last;

    /** Facts of a run; the repository is asked for only if there is a result that is not in an image. */
    RunFacts(Run run, Supplier<AssetKey> repository, String file, FactSink sink) {
        this.run = run;
        this.repository = Suppliers.memoize(() -> Set.of(repository.get()));
        this.file = file;
        this.sink = sink;
        this.tool = OneLine.of(nameOf(run));
        this.slug = Fingerprint.slug(tool);
        this.rules = run.rules();
        this.taxonomies = run.taxonomies();
        this.paths = new ArtifactPaths(run);
        this.images = ImageDigests.ofRun(run.properties());
        this.ofImage = run.properties().get("imageName").node().isTextual();
        this.commit = commit(run);
    }

    private static String nameOf(Run run) {
        String name = run.tool();
        if (name == null || name.isEmpty()) {
            throw new WrongShape(run.pointer() + "/tool/driver/name", "this field is required and has no value");
        }
        return name;
    }

    private static @Nullable String commit(Run run) {
        return run.provenance().isEmpty() ? null : run.provenance().get(0).text("revisionId");
    }

    void emit() {
        for (Reported result : run.results()) {
            sink.beginRecord();
            sink.endRecord(isAdded(result));
        }
        byAsset.values().forEach(results -> results.emit(sink));
        used.values().forEach(rule -> {
            Asset asset = rule.asset();
            if (asset != null) {
                sink.accept(asset);
            }
        });
    }

    /** Whether the result could be used. What it says is told with that of all others. */
    private boolean isAdded(Reported result) {
        try {
            add(result);
            return true;
        } catch (WrongShape e) {
            sink.reject(new Rejection(file, e.pointer(), String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            sink.reject(new Rejection(file, result.at().pointer(), String.valueOf(e.getMessage())));
        }
        return false;
    }

    private void add(Reported result) {
        UsedRule used = used(result.rule());
        ToolRule rule = used.rule();
        String message = rule.message(result.message());
        CodeResult code = new CodeResult(
                tool,
                rule.id(),
                message,
                result.hash(),
                paths.of(result.place()),
                result.place().line(),
                used.type(ofImage || result.inImage()),
                rule.title(message),
                severity(result, rule),
                result.suppressions().state(),
                result.url(),
                used.key(),
                details(result),
                null); // what a snippet holds is a line, not the credential alone
        for (AssetKey asset : assets(result)) {
            byAsset.computeIfAbsent(asset, CodeResults::new).add(code, sink);
        }
        used.add(result.taxa().isEmpty() ? List.of() : taxonomies.cwes(result.taxa()));
    }

    /** The rule that results refer to so; often the same as that of the result before. */
    private UsedRule used(DescriptorReference reference) {
        UsedRule rule = last;
        if (rule == null || !reference.equals(lastReference)) {
            rule = used.computeIfAbsent(reference, r -> new UsedRule(rules.of(r), tool, slug));
            last = rule;
            lastReference = reference;
        }
        return rule;
    }

    private Collection<AssetKey> assets(Reported result) {
        if (result.image() != null) {
            return Set.of(result.image());
        }
        return images.isEmpty() ? repository.get() : images;
    }

    private Map<String, String> details(Reported result) {
        if (commit == null && result.suppressions().text() == null && result.flow() == null) {
            return Map.of();
        }
        Map<String, String> details = new TreeMap<>();
        put(details, "commit", commit);
        put(details, "suppression", result.suppressions().text());
        put(details, "flow", result.flow() == null ? null : result.flow().text(paths));
        return details;
    }

    private static void put(Map<String, String> details, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            details.put(name, value);
        }
    }

    /** A result that is no failure yet has the level none (§3.27.10), which here would look as if it were harmless. */
    private static @Nullable Severity severity(Reported result, ToolRule rule) {
        Severity security = rule.securitySeverity();
        String level = result.level();
        if (security != null || (result.undecided() && (level == null || level.equalsIgnoreCase("none")))) {
            return security;
        }
        return ToolRule.severity(level == null ? rule.level() : level);
    }
}
