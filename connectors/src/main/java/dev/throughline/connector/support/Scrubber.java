package dev.throughline.connector.support;

import com.google.common.base.CharMatcher;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of free text what looks like a credential. Fields that hold secrets are never read; this is for the sentences
 * around them, in which some tools repeat what they found.
 *
 * <p>Known are the formats by which issuers mark their credentials, private keys in PEM, passwords in addresses, and values
 * that a word such as {@code password}, or a name that ends with it, is said to have. A credential that nothing marks as one is not recognized.
 */
final class Scrubber {
    private static final String SCRUBBED = "[secret]";

    private static final Pattern CREDENTIAL = Pattern.compile(String.join(
            "|",
            "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----.*", // PEM, RFC 7468
            "(?<=://)[^\\s/:@]{0,255}:[^\\s/@]{1,255}(?=@)", // user and password in an address
            "(?<=://)(?=[^\\s/:@]{0,255}\\d)[^\\s/:@]{20,255}(?=@)", // a token in an address
            "\\b(?=\\w)(?:(?:AKIA|ASIA)[A-Z2-7]{16}\\b", // AWS access key
            "gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\\w{22,255}", // GitHub token
            "gl(?:pat|dt|rt|cbt|ptt|ft|soat)-[\\w.-]{20,255}", // GitLab token
            "xox[abeoprs]-[\\w-]{10,255}|xapp-[\\w-]{20,255}", // Slack token
            "AIza[\\w-]{35}|GOCSPX-[\\w-]{20,255}|ya29\\.[\\w-]{20,2048}", // Google API key, client secret, access
            // token
            "npm_[A-Za-z0-9]{36}", // npm token
            "pypi-[\\w-]{50,512}", // PyPI token
            "dckr_pat_[\\w-]{20,255}", // Docker token
            "hvs\\.[\\w-]{20,255}", // Vault token
            "hf_[A-Za-z0-9]{30,255}|sk-(?=[\\w-]{0,255}\\d)[\\w-]{32,255}", // Hugging Face, OpenAI and Anthropic key
            "[rs]k_live_\\w{16,255}", // Stripe key
            "eyJ[\\w-]{8,4096}\\.[\\w-]{8,4096}\\.[\\w-]{0,4096})", // JSON web token
            "((?i:\\bsig|passw(?:or)?d|passphrase|pwd|secret|token"
                    + "|(?:access|account|api|private|secret)[_-]?key|authorization)"
                    + "[\"']?\\s{0,2}(?:[:=]>?|:=)\\s{0,2}[\"']?(?:(?i:basic|bearer) {1,2})?)"
                    + "(?=[^\\s\"',;&]{0,255}\\d)[^\\s\"',;&]{6,4096}")); // what a word is said to be

    /** What the formats of issuers begin with, as far as it ends with a hyphen or underscore. */
    private static final List<String> MARKS = List.of(
            "-----",
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
            "github_pat_",
            "glpat-",
            "gldt-",
            "glrt-",
            "glcbt-",
            "glptt-",
            "glft-",
            "glsoat-",
            "xoxa-",
            "xoxb-",
            "xoxe-",
            "xoxo-",
            "xoxp-",
            "xoxr-",
            "xoxs-",
            "xapp-",
            "GOCSPX-",
            "dckr_pat_",
            "hf_",
            "sk-",
            "npm_",
            "pypi-",
            "_live_");

    /** What the words end with that a secret is said by. */
    private static final List<String> WORDS =
            List.of("key", "sig", "password", "passwd", "passphrase", "pwd", "secret", "token", "authorization");

    private static final int BLANKS = 2;

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
        for (int i = 0; i < text.length(); i++) {
            boolean mayBeOne = switch (text.charAt(i)) {
                case ':' -> endsWithWord(text, i) || isAddressWithUser(text, i);
                case '=' -> endsWithWord(text, i);
                case '-', '_' -> endsWithMark(text, i + 1);
                case 'A' -> text.startsWith("AKIA", i) || text.startsWith("ASIA", i) || text.startsWith("AIza", i);
                case 'J' -> text.startsWith("ey", i - 2);
                case '.' -> text.startsWith("hvs", i - 3) || text.startsWith("ya29", i - 4);
                default -> false;
            };
            if (mayBeOne) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithWord(String text, int end) {
        int last = end;
        while (last > 0 && end - last < BLANKS && CharMatcher.whitespace().matches(text.charAt(last - 1))) {
            last--;
        }
        if (last > 0 && (text.charAt(last - 1) == '"' || text.charAt(last - 1) == '\'')) {
            last--;
        }
        for (String word : WORDS) {
            if (text.regionMatches(true, last - word.length(), word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAddressWithUser(String text, int colon) {
        return text.startsWith("//", colon + 1) && text.indexOf('@', colon) > 0;
    }

    private static boolean endsWithMark(String text, int end) {
        for (String mark : MARKS) {
            if (text.startsWith(mark, end - mark.length())) {
                return true;
            }
        }
        return false;
    }
}
