package dev.kompox.driver.docker.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Read {@code ca.pem}, {@code cert.pem} and {@code key.pem}, as the docker command line keeps them.
 */
final class TlsMaterial {

    private static final char[] NO_PASSWORD = {};

    private TlsMaterial() {}

    static SSLContext context(Endpoint.Tls endpoint) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(endpoint.material()), trust(endpoint.material()), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "the certificates in "
                            + endpoint.material()
                            + " cannot be used: "
                            + e.getMessage(),
                    e);
        }
    }

    private static KeyManager[] keys(Path directory) throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        Path certificate = directory.resolve("cert.pem");
        if (Files.exists(certificate)) {
            Certificate[] chain = certificates(certificate).toArray(Certificate[]::new);
            store.setKeyEntry("client", key(directory.resolve("key.pem")), NO_PASSWORD, chain);
        }
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trust(Path directory)
            throws IOException, GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        Path authority = directory.resolve("ca.pem");
        if (!Files.exists(authority)) {
            factory.init((KeyStore) null);
            return factory.getTrustManagers();
        }
        KeyStore store = empty();
        int number = 0;
        for (Certificate certificate : certificates(authority)) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static List<Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        byte[] bytes = Files.readAllBytes(file);
        return List.copyOf(
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(bytes)));
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        if (!text.contains("BEGIN PRIVATE KEY")) {
            throw new IOException(
                    file
                            + " is not in PKCS#8 form; convert it with: openssl pkcs8 -topk8 -nocrypt -in "
                            + file
                            + " -out "
                            + file
                            + ".new");
        }
        String body = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (GeneralSecurityException e) {
            return KeyFactory.getInstance("EC").generatePrivate(spec);
        }
    }
}
