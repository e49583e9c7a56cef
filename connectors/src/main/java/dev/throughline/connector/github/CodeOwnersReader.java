package dev.throughline.connector.github;

import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.codeowners.CodeOwnersFile;
import dev.throughline.connector.support.codeowners.CodeRule;
import dev.throughline.connector.support.codeowners.GitHubCodeOwners;
import dev.throughline.connector.support.codeowners.OwnershipFacts;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Developer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads who owns the code: the first CODEOWNERS file in the order in which the platform looks for it. */
final class CodeOwnersReader {
    private final Owner owner;
    private final AssetKey repository;
    private final Reading reading;

    CodeOwnersReader(Owner owner, AssetKey repository, Reading reading) {
        this.owner = owner;
        this.repository = repository;
        this.reading = reading;
    }

    void read(String folder) {
        for (String place : GitHubCodeOwners.PLACES) {
            InputFile file = reading.export().file(folder + "/contents/" + place);
            if (file.exists()) {
                read(file, place);
                return;
            }
        }
    }

    private void read(InputFile file, String place) {
        String text;
        try {
            text = CodeOwnersFile.text(file);
        } catch (SourceException e) {
            reading.gap(String.valueOf(e.getMessage()));
            return;
        }
        List<CodeRule> rules = GitHubCodeOwners.parse(text, line -> reject(file, line));
        new OwnershipFacts(repository, this::ownerKey, reading.sink()).accept(rules, file.name(), place);
    }

    private void reject(InputFile file, int line) {
        reading.sink().reject(new Rejection(file.name(), line + ":1", "not a rule of code owners"));
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
