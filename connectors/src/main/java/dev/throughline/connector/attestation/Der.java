package dev.throughline.connector.attestation;

import java.security.cert.CertificateException;
import java.util.Arrays;

/** The content of a value in DER (ITU-T X.690). */
final class Der {
    static final int OCTET_STRING = 0x04;
    static final int UTF8_STRING = 0x0C;

    private Der() {}

    /**
     * Unpacks a value that is all there is.
     *
     * @throws CertificateException if it is of another type, or not all there is
     */
    static byte[] content(byte[] der, int tag) throws CertificateException {
        if (der.length >= 2 && der[0] == tag) {
            int lengthBytes = der[1] >= 0 ? 0 : der[1] & 0x7F;
            int start = 2 + lengthBytes;
            if (lengthBytes <= 3 && start <= der.length && start + length(der, lengthBytes) == der.length) {
                return Arrays.copyOfRange(der, start, der.length);
            }
        }
        throw new CertificateException("an extension that is not in DER");
    }

    /** Up to 127 stands as it is; a longer length stands in the bytes that follow. */
    private static int length(byte[] der, int lengthBytes) {
        int length = lengthBytes == 0 ? der[1] : 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = (length << 8) | (der[2 + i] & 0xFF);
        }
        return length;
    }
}
