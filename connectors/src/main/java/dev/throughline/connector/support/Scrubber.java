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
            "\\b(?:AKIA|ASIA)[A-Z2-7]{16}\\b", // AWS access key
            "\\bgh[pousr]_[A-Za-z0-9]{36,255}|\\bgithub_pat_\\w{22,255}", // GitHub token
            "\\bgl(?:pat|dt|rt|cbt|ptt|ft|soat)-[\\w.-]{20,255}", // GitLab token
            "\\bxox[abeoprs]-[\\w-]{10,255}", // Slack token
            "\\bAIza[\\w-]{35}", // Google API key
            "\\bnpm_[A-Za-z0-9]{36}", // npm token
            "\\bpypi-[\\w-]{50,512}", // PyPI token
            "\\b[rs]k_live_\\w{16,255}", // Stripe key
            "\\beyJ[\\w-]{8,4096}\\.[\\w-]{8,4096}\\.[\\w-]{0,4096}", // JSON web token
            "(?<=://)[^\\s/:@]{0,255}:[^\\s/@]{1,255}(?=@)", // user and password in an address
            "(?i:(?<=\\b(?:AccountKey|SharedAccessKey|sig|password|passwd|pwd|secret|token|api[_-]?key)"
                    + "\\s{0,2}[:=]\\s{0,2}[\"']?)(?=[^\\s\"',;&]{0,255}\\d)[^\\s\"',;&]{6,255})"));

    private Scrubber() {}

    /**
     * Cleans a text.
     *
     * @param text any text
     * @return the text with {@code [secret]} for each credential
     */
    static String clean(String text) {
        Matcher matcher = CREDENTIAL.matcher(text);
        return matcher.find() ? matcher.replaceAll(Matcher.quoteReplacement(SCRUBBED)) : text;
    }
}
