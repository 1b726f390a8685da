package dev.kompox.driver.docker.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection through {@code ssh HOST docker system dial-stdio}, as the docker command line makes
 * it.
 */
final class SshConnection implements Connection {

    private final Process process;

    private SshConnection(Process process) {
        this.process = process;
    }

    static SshConnection open(Endpoint.Ssh endpoint) throws IOException {
        String rest = endpoint.url().substring("ssh://".length());
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        int colon = authority.lastIndexOf(':');
        List<String> command = new ArrayList<>(List.of("ssh", "-o", "ConnectTimeout=30", "-T"));
        if (colon > authority.lastIndexOf(']')) {
            command.addAll(List.of("-p", authority.substring(colon + 1)));
            authority = authority.substring(0, colon);
        }
        if (authority.startsWith("-")) {
            throw new IOException("\"" + authority + "\" is no host name");
        }
        command.addAll(List.of("--", authority, "docker", "system", "dial-stdio"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new SshConnection(builder.start());
    }

    @Override
    public InputStream in() {
        return process.getInputStream();
    }

    @Override
    public OutputStream out() {
        return process.getOutputStream();
    }

    @Override
    public void endOutput() throws IOException {
        process.getOutputStream().close();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
