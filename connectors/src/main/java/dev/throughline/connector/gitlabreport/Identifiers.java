package dev.throughline.connector.gitlabreport;

import dev.throughline.connector.support.Cwe;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.OneLine;
import dev.throughline.connector.support.VulnerabilityId;
import dev.throughline.connector.support.WrongShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code identifiers} of a finding: what it is a case of, in several catalogues. The first is the scanner's own. */
final class Identifiers {
    private static final Set<String> WEAKNESS_CATALOGUES = Set.of("cwe", "owasp", "capec", "wasc");
    private static final Set<String> VULNERABILITY_CATALOGUES = Set.of("cve", "ghsa");

    private final Fields finding;
    private final List<Fields> identifiers;

    /** The catalogue of each, in lower case. */
    private final String[] types;

    Identifiers(Fields finding) {
        this.finding = finding;
        this.identifiers = finding.list("identifiers");
        this.types = new String[identifiers.size()];
        Arrays.setAll(types, i -> type(identifiers.get(i)));
    }

    private static String type(Fields identifier) {
        return String.valueOf(identifier.text("type")).toLowerCase(Locale.ROOT);
    }

    /** The id of the rule: that of the first identifier which is no class of weaknesses. */
    String rule() {
        for (int i = 0; i < types.length; i++) {
            if (!WEAKNESS_CATALOGUES.contains(types[i])) {
                return value(identifiers.get(i));
            }
        }
        throw unnamed();
    }

    /** The ids of the vulnerability; where it has neither CVE nor GHSA, that of the scanner's own catalogue. */
    VulnerabilityId vulnerability() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            if (VULNERABILITY_CATALOGUES.contains(types[i])) {
                ids.add(value(identifiers.get(i)));
            }
        }
        if (!ids.isEmpty()) {
            return VulnerabilityId.of(ids.get(0), ids);
        }
        if (identifiers.isEmpty()) {
            throw unnamed();
        }
        return VulnerabilityId.of(OneLine.of(identifiers.get(0).requiredText("name")), List.of());
    }

    /** Some scanners write the number as a string or number, some only in the name; null if there is none. */
    @Nullable
    List<String> cwes() {
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            if (types[i].equals("cwe")) {
                tags.add("CWE-" + identifiers.get(i).scalar("value"));
                tags.add(String.valueOf(identifiers.get(i).text("name")));
            }
        }
        List<String> cwes = Cwe.in(tags);
        return cwes.isEmpty() ? null : cwes;
    }

    private static String value(Fields identifier) {
        String value = identifier.scalar("value");
        if (value == null || value.isBlank()) {
            throw new WrongShape(identifier.pointer() + "/value", "this field is required and has no value");
        }
        return OneLine.of(value);
    }

    private WrongShape unnamed() {
        return new WrongShape(finding.pointer() + "/identifiers", "nothing here names the rule or vulnerability");
    }
}
