package dev.throughline.connector.support;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of free text what looks like a credential. Fields that hold secrets are never read; this is for the sentences
 * around them, in which some tools repeat what they found.
 *
 * <p>Known are the formats by which issuers mark their credentials, private keys in PEM, passwords in addresses, and values
 * that a word such as {@code password} is said to have. A credential that nothing marks as one is not recognized.
 */
final class Scrubber {
    private static final String SCRUBBED = "[secret]";

    private static final Pattern CREDENTIAL = Pattern.compile(String.join(
            "|",
            "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----.*", // PEM, RFC 7468
            "(?<=://)[^\\s/:@]{0,255}:[^\\s/@]{1,255}(?=@)", // user and password in an address
            "\\b(?=\\w)(?:(?:AKIA|ASIA)[A-Z2-7]{16}\\b", // AWS access key
            "gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\\w{22,255}", // GitHub token
            "gl(?:pat|dt|rt|cbt|ptt|ft|soat)-[\\w.-]{20,255}", // GitLab token
            "xox[abeoprs]-[\\w-]{10,255}", // Slack token
            "AIza[\\w-]{35}", // Google API key
            "npm_[A-Za-z0-9]{36}", // npm token
            "pypi-[\\w-]{50,512}", // PyPI token
            "[rs]k_live_\\w{16,255}", // Stripe key
            "eyJ[\\w-]{8,4096}\\.[\\w-]{8,4096}\\.[\\w-]{0,4096}", // JSON web token
            "((?i:AccountKey|SharedAccessKey|sig|password|passwd|pwd|secret|token|api[_-]?key)\\s{0,2}[:=]\\s{0,2}[\"']?)"
                    + "(?=[^\\s\"',;&]{0,255}\\d)[^\\s\"',;&]{6,255})")); // what a word is said to be

    /** Fewer letters and digits together are no credential of an issuer; others are known by what stands before them. */
    private static final int SHORTEST = 15;

    private Scrubber() {}

    /**
     * Cleans a text.
     *
     * @param text any text
     * @return the text with {@code [secret]} for each credential
     */
    static String clean(String text) {
        if (!mayHoldOne(text)) {
            return text;
        }
        Matcher matcher = CREDENTIAL.matcher(text);
        return matcher.find() ? matcher.replaceAll("$1" + SCRUBBED) : text;
    }

    /** Tells of most texts in one pass that none of the formats can be in them. */
    private static boolean mayHoldOne(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '=') {
                return true;
            }
            boolean isPart = c == '-' || c == '_' || c == '.' || (c >= '0' && c <= '9') || isLetter(c);
            length = isPart ? length + 1 : 0;
            if (length == SHORTEST || (c == '-' && text.startsWith("-----", i - 4))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
