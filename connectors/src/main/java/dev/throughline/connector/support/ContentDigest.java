package dev.throughline.connector.support;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import dev.throughline.model.Digest;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The digest of a file that is read anyway: of JSON, bytes are digested while they pass by. */
public final class ContentDigest {
    private final InputFile file;
    private final JsonLimits limits;
    private @Nullable HashingInputStream passed;

    /**
     * The digest of a file that was not read yet.
     *
     * @param file the file, packed with gzip or not
     * @param limits how large it may be
     */
    public ContentDigest(InputFile file, JsonLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** The unpacked content of the file, which is then read to its end. */
    InputStream passing(InputStream content) {
        HashingInputStream passing = new HashingInputStream(Hashing.sha256(), content);
        passed = passing;
        return passing;
    }

    /**
     * The digest. To be asked for once, after the file was read.
     *
     * @return SHA-256 of what is in the file, unpacked
     * @throws dev.throughline.fact.SourceException if it has to be read for that, and cannot be or is beyond a limit
     */
    public Digest value() {
        return passed == null
                ? Content.digest(file, limits)
                : new Digest("sha256", passed.hash().toString());
    }
}
