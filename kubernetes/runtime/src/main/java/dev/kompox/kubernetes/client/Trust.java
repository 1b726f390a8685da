package dev.kompox.kubernetes.client;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.internal.CertUtils;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom a kubeconfig trusts, and how its user proves who it is. As kubectl does, and unlike fabric8,
 * the authority that a kubeconfig names is trusted and no other; reading all those that Java knows
 * would take a quarter of a second besides.
 */
final class Trust {

    private final KeyManager[] keys;
    private final TrustManager[] authorities;

    private Trust(KeyManager[] keys, TrustManager[] authorities) {
        this.keys = keys;
        this.authorities = authorities;
    }

    /**
     * Read what a configuration names.
     *
     * @throws DriverException {@code Invalid} if a certificate or key cannot be used
     */
    static Trust of(Config config) {
        try {
            boolean named =
                    (config.getCaCertData() != null && !config.getCaCertData().isBlank())
                            || config.getCaCertFile() != null;
            TrustManager[] authorities =
                    named && !config.isTrustCerts() && config.getTrustStoreFile() == null
                            ? only(config)
                            : SSLUtils.trustManagers(config);
            return new Trust(SSLUtils.keyManagers(config), authorities);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new DriverException(
                    new Category.Invalid(),
                    "the certificates in the kubeconfig cannot be used: " + e.getMessage(),
                    "kubectl config view",
                    null,
                    e);
        }
    }

    private static TrustManager[] only(Config config) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream pem =
                CertUtils.getInputStreamFromDataOrFile(
                        config.getCaCertData(), config.getCaCertFile())) {
            int number = 0;
            for (Certificate each :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority-" + number++, each);
            }
        }
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** Have a client trust so. */
    void give(HttpClient.Builder client) {
        client.sslContext(keys, authorities);
    }

    /** Return a context for sockets. */
    SSLContext context() {
        return SSLUtils.sslContext(keys, authorities);
    }
}
