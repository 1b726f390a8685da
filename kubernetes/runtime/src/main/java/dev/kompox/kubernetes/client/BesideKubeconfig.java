package dev.kompox.kubernetes.client;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Files that a kubeconfig names lie relative to it. See
 * https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/#file-references.
 */
final class BesideKubeconfig {

    private BesideKubeconfig() {}

    /** Make the paths in what was read from a file absolute. */
    static Config absolute(Config read, Path file) {
        for (NamedCluster named :
                Objects.requireNonNullElse(read.getClusters(), List.<NamedCluster>of())) {
            Cluster cluster = named.getCluster();
            if (cluster != null) {
                cluster.setCertificateAuthority(beside(file, cluster.getCertificateAuthority()));
            }
        }
        for (NamedAuthInfo named :
                Objects.requireNonNullElse(read.getUsers(), List.<NamedAuthInfo>of())) {
            AuthInfo user = named.getUser();
            if (user != null) {
                user.setClientCertificate(beside(file, user.getClientCertificate()));
                user.setClientKey(beside(file, user.getClientKey()));
                user.setTokenFile(beside(file, user.getTokenFile()));
            }
        }
        return read;
    }

    private static @Nullable String beside(Path file, @Nullable String named) {
        return named == null || named.isEmpty()
                ? named
                : file.toAbsolutePath().resolveSibling(named).toString();
    }
}
