package dev.throughline.connector.cyclonedx;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.PackageReference;
import dev.throughline.connector.support.sbom.SbomDocument;
import dev.throughline.connector.support.sbom.Subject;
import dev.throughline.connector.support.vex.Products;
import dev.throughline.connector.support.vex.Statement;
import dev.throughline.connector.support.vex.VexDocument;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes VEX statements of what the author of a file found out about its vulnerabilities. */
final class Analyses {
    private final String file;
    private final VexDocument document;
    private final Refs refs;
    private final @Nullable Subject subject;

    /**
     * The analyses of a file.
     *
     * @param bom the file without its large arrays
     * @param refs its references
     * @param subject what it describes; null if nothing that other sources would know
     * @param sink takes the rejection of a time that is none
     */
    Analyses(Fields bom, Refs refs, @Nullable Subject subject, FactSink sink) {
        Fields metadata = bom.object("metadata");
        String serial = bom.text("serialNumber");
        String supplier = metadata.object("supplier").text("name");
        this.file = bom.file();
        this.document = VexDocument.unsigned(
                serial == null ? null : serial + "/" + bom.scalar("version"),
                supplier == null ? metadata.object("manufacturer").text("name") : supplier,
                SbomDocument.time(metadata, "timestamp", sink));
        this.refs = refs;
        this.subject = subject;
    }

    void state(List<ReportedVulnerability> vulnerabilities, FactSink sink) {
        for (ReportedVulnerability vulnerability : vulnerabilities) {
            Analysis analysis = vulnerability.analysis();
            if (analysis != null) {
                state(vulnerability, analysis, sink);
            }
        }
    }

    private void state(ReportedVulnerability vulnerability, Analysis analysis, FactSink sink) {
        Products products = products(vulnerability, sink);
        if (products.isEmpty()) {
            String cause = "what is analysed has no package URL, so no other source would know it";
            sink.reject(new Rejection(file, vulnerability.pointer() + "/affects", cause));
            return;
        }
        new Statement(
                        document,
                        vulnerability.key(),
                        analysis.status(),
                        analysis.justification(),
                        analysis.detail(),
                        analysis.time(),
                        products)
                .state(sink);
    }

    private Products products(ReportedVulnerability vulnerability, FactSink sink) {
        Products products = new Products();
        Set<AssetKey> packages = new TreeSet<>();
        Stream.concat(vulnerability.affected().stream(), vulnerability.spared().stream())
                .forEach(ref -> {
                    PackageReference own = refs.find(ref);
                    if (subject != null && refs.isRoot(ref)) {
                        subject.assets().forEach(asset -> products.add(asset, Set.of()));
                    } else if (own != null) {
                        packages.add(own.key());
                    } else {
                        addForeign(vulnerability, ref, products, sink);
                    }
                });
        if (!packages.isEmpty()) {
            if (subject == null) {
                packages.forEach(product -> products.add(product, Set.of()));
            } else {
                subject.assets().forEach(asset -> products.add(asset, packages));
            }
        }
        return products;
    }

    private void addForeign(ReportedVulnerability vulnerability, String ref, Products products, FactSink sink) {
        String purl = refs.purl(ref);
        if (purl == null) {
            return;
        }
        try {
            products.add(Products.key(purl), Set.of());
        } catch (IllegalArgumentException e) {
            sink.reject(new Rejection(file, vulnerability.pointer() + "/affects", String.valueOf(e.getMessage())));
        }
    }
}
