package dev.throughline.connector.spdx;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.PackageReference;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.sbom.Composition;
import dev.throughline.connector.support.sbom.ImagePurl;
import dev.throughline.connector.support.sbom.Subject;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.AssetKey;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The packages of a document, which of them needs which, and which one the document describes. */
final class Elements {
    private final String file;
    private final Composition composition;
    private final Set<String> described = new LinkedHashSet<>();

    /** Packages by their id that would tell what a document is about, did it describe them. */
    private final Map<String, Described> telling = new HashMap<>();

    Elements(String file, Composition composition) {
        this.file = file;
        this.composition = composition;
    }

    Composition composition() {
        return composition;
    }

    void describe(String id) {
        described.add(id);
    }

    /**
     * Adds a package.
     *
     * @param id its id in the document
     * @param purls strings that are package URLs
     * @param about what it tells of itself
     * @param sink takes the packages, and a rejection for each string that is no package URL
     */
    void add(String id, List<Fields> purls, Described about, FactSink sink) {
        for (Fields purl : purls) {
            try {
                if (ImagePurl.isOne(purl.text())) {
                    about.image().purl(purl.text());
                } else {
                    PackageReference reference =
                            PackageReference.parse(purl.text().strip());
                    sink.accept(reference.asset());
                    composition.add(id, reference, null);
                }
            } catch (WrongShape e) {
                throw e;
            } catch (IllegalArgumentException e) {
                sink.reject(new Rejection(file, purl.pointer(), String.valueOf(e.getMessage())));
            }
        }
        if (about.tells()) {
            telling.putIfAbsent(id, about);
        }
    }

    /** What the document is about: an image that it describes, else the repository that was named, else one it names. */
    Subject subject(@Nullable AssetKey repository, FactSink sink) {
        List<Described> roots = described.stream()
                .filter(telling::containsKey)
                .map(telling::get)
                .toList();
        for (Described root : roots) {
            if (root.image().isKnown()) {
                return root.image().describe(sink);
            }
        }
        if (roots.stream().anyMatch(Described::isContainer)) {
            throw new WrongShape("", "it describes a container without a digest, so the image is unknown");
        }
        if (repository != null) {
            return Subject.repository(repository);
        }
        for (Described root : roots) {
            AssetKey source = root.repository();
            if (source != null) {
                return Subject.repository(source);
            }
        }
        throw new WrongShape(
                "",
                "it describes neither an image nor a repository that is known; name the repository with"
                        + " SpdxConnector.repository");
    }
}
