package dev.kompox.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.kompox.driver.failure.DriverException;
import io.fabric8.kubernetes.client.VersionInfo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.LinkedHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that wants its clients' certificates, reached with what kubeconfigs name. */
final class TrustTest {

    private static final char[] PASSWORD = "secret".toCharArray();

    @TempDir private Path directory;
    private HttpsServer server;

    @BeforeEach
    void serve() throws Exception {
        KeyStore keys = keys("here", "RSA");
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore users = KeyStore.getInstance("PKCS12");
        users.load(null, null);
        users.setCertificateEntry("user", keys("user", "EC").getCertificate("user"));
        TrustManagerFactory known =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        known.init(users);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), known.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(context) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters wanted = context.getDefaultSSLParameters();
                        wanted.setNeedClientAuth(true);
                        parameters.setSSLParameters(wanted);
                    }
                });
        server.createContext(
                "/version",
                exchange -> {
                    byte[] body =
                            "{\"major\":\"1\",\"minor\":\"34\",\"gitVersion\":\"v1.34.0\"}"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Make a key and a certificate: as a store, and as NAME.pem and NAME-key.pem. */
    private KeyStore keys(String name, String algorithm) throws Exception {
        Path file = directory.resolve(name + ".p12");
        Process made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                new String(PASSWORD),
                                "-alias",
                                name,
                                "-keyalg",
                                algorithm,
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-ext",
                                "bc=ca:true")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
        pem(name + ".pem", "CERTIFICATE", store.getCertificate(name).getEncoded());
        pem(name + "-key.pem", "PRIVATE KEY", store.getKey(name, PASSWORD).getEncoded());
        return store;
    }

    private void pem(String file, String what, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder().encodeToString(bytes);
        Files.writeString(
                directory.resolve(file),
                "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, text, what));
    }

    private ClusterConnection open(String cluster) throws IOException {
        Path kubeconfig = directory.resolve("kubeconfig");
        Files.writeString(
                kubeconfig,
                """
                apiVersion: v1
                kind: Config
                current-context: one
                contexts:
                - name: one
                  context:
                    cluster: one
                    user: one
                    extensions:
                    - name: context_info
                      extension: {provider: minikube.sigs.k8s.io, version: v1.37.0}
                clusters: [{name: one, cluster: {server: "https://127.0.0.1:%d", %s}}]
                users: [{name: one, user: {client-certificate: user.pem, client-key: user-key.pem}}]
                """
                        .formatted(server.getAddress().getPort(), cluster));
        return ClusterConnection.open(new ClusterChoice(kubeconfig, null, new LinkedHashMap<>()));
    }

    private static VersionInfo version(ClusterConnection cluster) {
        return cluster.ask("reading the version", () -> cluster.client().getKubernetesVersion());
    }

    @Test
    void filesLieBesideTheKubeconfig() throws Exception {
        try (ClusterConnection cluster = open("certificate-authority: here.pem")) {
            assertThat(version(cluster).getMinor()).isEqualTo("34");
            assertThat(cluster.read("reading", "version", null)).isNotEmpty();
        }
    }

    @Test
    void anAuthorityOfSomebodyElseIsNoAuthorityHere() throws Exception {
        var _ = keys("stranger", "RSA");
        try (ClusterConnection cluster = open("certificate-authority: stranger.pem")) {
            assertThatThrownBy(() -> version(cluster))
                    .isInstanceOf(DriverException.class)
                    .hasMessageContaining("no authority that is known there vouches");
            assertThatThrownBy(() -> cluster.read("reading", "version", null))
                    .isInstanceOf(DriverException.class)
                    .hasMessageContaining("no authority that is known there vouches");
        }
    }

    @Test
    void whereNoneIsNamedThoseOfTheMachineCount() throws Exception {
        try (ClusterConnection cluster = open("namespace: ''")) {
            assertThatThrownBy(() -> version(cluster))
                    .isInstanceOf(DriverException.class)
                    .hasMessageContaining("no authority that is known there vouches");
        }
    }

    @Test
    void whoeverSaysSoTrustsAnybody() throws Exception {
        try (ClusterConnection cluster = open("insecure-skip-tls-verify: true")) {
            assertThat(version(cluster).getMinor()).isEqualTo("34");
        }
    }

    @Test
    void anAuthorityThatCannotBeReadIsSaidBeforeAnythingConnects() throws Exception {
        Files.writeString(directory.resolve("here.pem"), "-----BEGIN CERTIFICATE-----\nno\n");
        assertThatThrownBy(() -> open("certificate-authority: here.pem"))
                .isInstanceOf(DriverException.class)
                .hasMessageContaining("the certificates in the kubeconfig cannot be used");
    }
}
