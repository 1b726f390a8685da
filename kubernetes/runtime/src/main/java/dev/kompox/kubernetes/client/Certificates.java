package dev.kompox.kubernetes.client;

import io.fabric8.kubernetes.client.Config;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;

/** What can be told about the user's own certificate when a cluster refuses it. */
final class Certificates {

    private Certificates() {}

    /** Return the end of a sentence that says that the certificate has expired, or nothing. */
    static String ending(Config config) {
        try {
            byte[] bytes = bytes(config);
            if (bytes.length == 0) {
                return "";
            }
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(bytes));
            Instant end = certificate.getNotAfter().toInstant();
            return end.isBefore(Instant.now()) ? ": its client certificate expired at " + end : "";
        } catch (IOException | CertificateException | IllegalArgumentException e) {
            return "";
        }
    }

    private static byte[] bytes(Config config) throws IOException {
        String data = config.getClientCertData();
        if (data != null && !data.isBlank()) {
            return data.startsWith("-----")
                    ? data.getBytes(StandardCharsets.US_ASCII)
                    : Base64.getMimeDecoder().decode(data);
        }
        String file = config.getClientCertFile();
        return file == null || file.isBlank() ? new byte[0] : Files.readAllBytes(Path.of(file));
    }
}
