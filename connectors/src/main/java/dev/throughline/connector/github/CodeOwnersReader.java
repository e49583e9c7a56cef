package dev.throughline.connector.github;

import dev.throughline.connector.support.InputFile;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Developer;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads who owns the code: the first CODEOWNERS file in the order in which the platform looks for it. */
final class CodeOwnersReader {
    private static final List<String> PLACES = List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS");

    /** A larger file the platform does not load either. */
    private static final int LARGEST_FILE = 3_000_000;

    private static final int MOST_RULES = 5_000;

    private final Owner owner;
    private final AssetKey repository;
    private final Reading reading;

    CodeOwnersReader(Owner owner, AssetKey repository, Reading reading) {
        this.owner = owner;
        this.repository = repository;
        this.reading = reading;
    }

    void read(String folder) {
        for (String place : PLACES) {
            InputFile file = reading.export().file(folder + "/contents/" + place);
            if (file.exists()) {
                read(file);
                return;
            }
        }
    }

    private void read(InputFile file) {
        String text;
        try {
            text = text(file);
        } catch (SourceException e) {
            reading.gap(String.valueOf(e.getMessage()));
            return;
        }
        CodeOwners owners = new CodeOwners(text, line -> reject(file, line, "not a rule of code owners"));
        if (owners.size() > MOST_RULES) {
            reading.sink().reject(new Rejection(file.name(), "", "more than " + MOST_RULES + " rules"));
            return;
        }
        owners.effective().forEach(rule -> rule(file, rule));
    }

    private void rule(InputFile file, CodeOwners.Rule rule) {
        try {
            if (rule.pattern().isCatchAll()) {
                owns(rule, repository);
            } else {
                path(rule);
            }
        } catch (IllegalArgumentException e) {
            reject(file, rule.line(), String.valueOf(e.getMessage()));
        }
    }

    private void reject(InputFile file, int line, String cause) {
        reading.sink().reject(new Rejection(file.name(), line + ":1", cause));
    }

    private void path(CodeOwners.Rule rule) {
        String path = rule.pattern().path();
        AssetKey key = AssetKey.inRepository(AssetKind.SOURCE_FILE, repository, path);
        reading.sink().accept(new SourceFile(key, path));
        reading.sink().accept(new Relation(repository, RelationType.CONTAINS, key));
        owns(rule, key);
    }

    private static String text(InputFile file) {
        try (InputStream in = file.open()) {
            byte[] content = in.readNBytes(LARGEST_FILE + 1);
            if (content.length > LARGEST_FILE) {
                throw new SourceException(new Rejection(file.name(), "", "larger than 3 MB"), null);
            }
            return new String(content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SourceException(new Rejection(file.name(), "", "cannot be read to its end"), e);
        }
    }

    private void owns(CodeOwners.Rule rule, AssetKey owned) {
        for (String name : rule.owners()) {
            Map<String, String> pattern = Map.of("pattern", rule.pattern().toString());
            reading.sink().accept(new Relation(ownerKey(name), RelationType.OWNS, owned, pattern));
        }
    }

    private AssetKey ownerKey(String name) {
        if (!name.startsWith("@")) {
            return developer(AssetKey.of(AssetKind.DEVELOPER, name.toLowerCase(Locale.ROOT)), null);
        }
        int slash = name.indexOf('/');
        return slash < 0
                ? developer(owner.developer(name.substring(1)), name.substring(1))
                : owner.team(name.substring(1, slash), name.substring(slash + 1));
    }

    private AssetKey developer(AssetKey key, @Nullable String login) {
        reading.sink().accept(new Developer(key, login, null));
        return key;
    }
}
