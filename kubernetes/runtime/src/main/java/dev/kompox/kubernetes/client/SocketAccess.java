package dev.kompox.kubernetes.client;

import io.fabric8.kubernetes.client.Config;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** What a WebSocket of the JDK needs to be let in: certificates, headers, a proxy. */
final class SocketAccess {

    private SocketAccess() {}

    static HttpClient client(Config config, Trust trust) {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofMillis(config.getConnectionTimeout()));
        if (config.getMasterUrl().startsWith("https:")) {
            builder.sslContext(trust.context());
            String name = config.getTlsServerName();
            if (name != null && !name.isBlank()) {
                SSLParameters parameters = new SSLParameters();
                parameters.setServerNames(List.of(new SNIHostName(name)));
                builder.sslParameters(parameters);
            }
        }
        String proxy =
                config.getHttpsProxy() == null ? config.getHttpProxy() : config.getHttpsProxy();
        if (proxy != null && !proxy.isBlank()) {
            URI uri = URI.create(proxy);
            builder.proxy(ProxySelector.of(new InetSocketAddress(uri.getHost(), uri.getPort())));
        }
        return builder.build();
    }

    static SequencedMap<String, String> headers(Config config) {
        SequencedMap<String, String> headers = new LinkedHashMap<>();
        String token = token(config);
        if (token != null && !token.isBlank()) {
            headers.put("Authorization", "Bearer " + token);
        } else if (config.getUsername() != null && !config.getUsername().isBlank()) {
            String pair = config.getUsername() + ":" + config.getPassword();
            headers.put(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        if (config.getImpersonateUsername() != null) {
            headers.put("Impersonate-User", config.getImpersonateUsername());
        }
        return headers;
    }

    private static @Nullable String token(Config config) {
        if (config.getOauthTokenProvider() != null) {
            return config.getOauthTokenProvider().getToken();
        }
        return config.getOauthToken() == null ? config.getAutoOAuthToken() : config.getOauthToken();
    }
}
