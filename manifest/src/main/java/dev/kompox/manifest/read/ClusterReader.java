package dev.kompox.manifest.read;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.kompox.manifest.id.ClusterId;
import dev.kompox.manifest.id.DnsLabel;
import dev.kompox.manifest.kom.Certificate;
import dev.kompox.manifest.kom.Cluster;
import dev.kompox.manifest.kom.ClusterIngress;
import dev.kompox.manifest.kom.HostName;
import dev.kompox.manifest.kom.Protection;
import dev.kompox.manifest.kom.ProtectionLevel;
import dev.kompox.manifest.kom.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Read a cluster. */
final class ClusterReader {

    private ClusterReader() {}

    static @Nullable Cluster read(Fields document, HeaderReader header) {
        Fields spec =
                document.fields("spec", "existing", "ingress", "protection", Concealed.SETTINGS);
        boolean existing = spec.flag("existing");
        ClusterIngress ingress =
                ingress(
                        spec.fields(
                                "ingress",
                                "namespace",
                                "controller",
                                "serviceAccount",
                                "domain",
                                "certResolver",
                                "certEmail",
                                "certificates"));
        Protection protection =
                protection(spec.fields("protection", "provisioning", "installation"));
        Settings settings = PlainReaders.settings(spec);
        return document.make(() ->
                new Cluster(
                        (ClusterId) header.id(),
                        header.header(),
                        existing,
                        requireNonNull(ingress),
                        protection,
                        settings));
    }

    private static @Nullable ClusterIngress ingress(Fields fields) {
        String namespace = fields.parsed("namespace", name -> DnsLabel.check("namespace", name));
        String controller = fields.text("controller");
        String account =
                fields.parsed("serviceAccount", name -> DnsLabel.check("service account", name));
        HostName domain = fields.parsed("domain", HostName::new);
        String resolver = fields.text("certResolver");
        String email = fields.text("certEmail");
        List<Certificate> certificates =
                fields.list("certificates", ClusterReader::certificate, "name", "source");
        fields.refuseTwice("certificates", "certificate", certificates, Certificate::name);
        return fields.make(() ->
                new ClusterIngress(
                        requireNonNullElse(namespace, ClusterIngress.NAMESPACE),
                        controller,
                        requireNonNullElse(account, ClusterIngress.SERVICE_ACCOUNT),
                        domain,
                        resolver,
                        email,
                        certificates));
    }

    private static @Nullable Certificate certificate(Fields fields) {
        String name =
                fields.required(
                        "name",
                        text -> DnsLabel.check("certificate", text, Certificate.LONGEST_NAME));
        String source = fields.requiredText("source");
        return fields.make(() -> new Certificate(requireNonNull(name), requireNonNull(source)));
    }

    private static Protection protection(Fields fields) {
        return new Protection(level(fields, "provisioning"), level(fields, "installation"));
    }

    private static ProtectionLevel level(Fields fields, String key) {
        return requireNonNullElse(fields.parsed(key, ProtectionLevel::parse), ProtectionLevel.NONE);
    }
}
