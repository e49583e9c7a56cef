package dev.throughline.model;

import java.util.Locale;

/** What somebody says of a vulnerability in a product: the status labels of VEX. */
public enum VexStatus {
    /** The product cannot be attacked by it. */
    NOT_AFFECTED,
    /** The product can be attacked by it. */
    AFFECTED,
    /** This version of the product mends it. */
    FIXED,
    /** It is not known yet. */
    UNDER_INVESTIGATION;

    /**
     * The status in words.
     *
     * @return for example {@code not affected}
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
