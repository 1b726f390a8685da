package dev.kompox.kubernetes.client;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Builds HTTP clients and notes them, for whoever has to shut them down.
 *
 * @param inner what builds them
 * @param made where they are noted
 */
record NotedClients(HttpClient.Builder inner, List<HttpClient> made) implements HttpClient.Builder {

    private HttpClient.Builder with(HttpClient.Builder changed) {
        return new NotedClients(changed, made);
    }

    @Override
    public HttpClient.Builder cookieHandler(CookieHandler handler) {
        return with(inner.cookieHandler(handler));
    }

    @Override
    public HttpClient.Builder connectTimeout(Duration duration) {
        return with(inner.connectTimeout(duration));
    }

    @Override
    public HttpClient.Builder sslContext(SSLContext context) {
        return with(inner.sslContext(context));
    }

    @Override
    public HttpClient.Builder sslParameters(SSLParameters parameters) {
        return with(inner.sslParameters(parameters));
    }

    @Override
    public HttpClient.Builder executor(Executor executor) {
        return with(inner.executor(executor));
    }

    @Override
    public HttpClient.Builder followRedirects(HttpClient.Redirect policy) {
        return with(inner.followRedirects(policy));
    }

    @Override
    public HttpClient.Builder version(HttpClient.Version version) {
        return with(inner.version(version));
    }

    @Override
    public HttpClient.Builder priority(int priority) {
        return with(inner.priority(priority));
    }

    @Override
    public HttpClient.Builder proxy(ProxySelector selector) {
        return with(inner.proxy(selector));
    }

    @Override
    public HttpClient.Builder authenticator(Authenticator authenticator) {
        return with(inner.authenticator(authenticator));
    }

    @Override
    public HttpClient.Builder localAddress(InetAddress address) {
        return with(inner.localAddress(address));
    }

    @Override
    public HttpClient build() {
        HttpClient client = inner.build();
        made.add(client);
        return client;
    }
}
