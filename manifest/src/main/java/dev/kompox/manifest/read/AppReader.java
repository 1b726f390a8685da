package dev.kompox.manifest.read;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.id.DnsLabel;
import dev.kompox.manifest.kom.App;
import dev.kompox.manifest.kom.AppIngress;
import dev.kompox.manifest.kom.ComposeSource;
import dev.kompox.manifest.kom.Deployment;
import dev.kompox.manifest.kom.HostName;
import dev.kompox.manifest.kom.IngressRule;
import dev.kompox.manifest.kom.NetworkPolicy;
import dev.kompox.manifest.kom.Settings;
import dev.kompox.manifest.kom.Volume;
import dev.kompox.manifest.kom.VolumeSize;
import dev.kompox.manifest.kom.VolumeType;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Read an app. */
final class AppReader {

    private AppReader() {}

    static @Nullable App read(Fields document, HeaderReader header) {
        Fields spec =
                document.fields(
                        "spec",
                        Concealed.COMPOSE,
                        "ingress",
                        "volumes",
                        "deployment",
                        "networkPolicy",
                        "resources",
                        Concealed.SETTINGS);
        ComposeSource compose = compose(spec);
        AppIngress ingress = ingress(spec.fields("ingress", "certResolver", "rules"));
        List<Volume> volumes =
                spec.list("volumes", AppReader::volume, "name", "size", "type", "options");
        spec.refuseTwice("volumes", "volume", volumes, Volume::name);
        Deployment deployment =
                DeploymentReader.read(
                        spec.fields("deployment", "pool", "pools", "zone", "zones", "selectors"));
        NetworkPolicy policy =
                NetworkPolicyReader.read(spec.fields("networkPolicy", "ingressRules"));
        SequencedMap<String, String> resources = spec.textMap("resources");
        Settings settings = PlainReaders.settings(spec);
        return document.make(() ->
                new App(
                        (AppId) header.id(),
                        header.header(),
                        requireNonNull(compose),
                        requireNonNull(ingress),
                        volumes,
                        requireNonNull(deployment),
                        policy,
                        resources,
                        settings));
    }

    private static @Nullable ComposeSource compose(Fields spec) {
        Node value = spec.value(Concealed.COMPOSE);
        if (value instanceof MappingNode model) {
            return spec.make(() -> new ComposeSource.Model(model));
        }
        String prefix = ComposeSource.File.PREFIX;
        return spec.required(
                Concealed.COMPOSE,
                text ->
                        text.startsWith(prefix)
                                ? new ComposeSource.File(
                                        text.substring(prefix.length()),
                                        requireNonNull(value).location())
                                : new ComposeSource.Text(text, requireNonNull(value).location()));
    }

    private static @Nullable AppIngress ingress(Fields fields) {
        String resolver = fields.text("certResolver");
        List<IngressRule> rules = fields.list("rules", AppReader::rule, "name", "port", "hosts");
        fields.refuseTwice("rules", "rule", rules, IngressRule::name);
        fields.refuseTwice("rules", "port", rules, IngressRule::port);
        return fields.make(() -> new AppIngress(resolver, rules));
    }

    private static @Nullable IngressRule rule(Fields fields) {
        String name = fields.requiredText("name");
        int port = fields.requiredNumber("port");
        List<HostName> hosts = fields.parsedList("hosts", HostName::new);
        return fields.make(() -> new IngressRule(requireNonNull(name), port, hosts));
    }

    private static @Nullable Volume volume(Fields fields) {
        String name =
                fields.required(
                        "name", text -> DnsLabel.check("volume", text, Volume.LONGEST_NAME));
        VolumeSize size = size(fields);
        VolumeType type = fields.parsed("type", VolumeType::parse);
        MappingNode options = fields.mapping("options");
        return fields.make(() ->
                new Volume(
                        requireNonNull(name),
                        requireNonNull(size),
                        requireNonNullElse(type, VolumeType.DISK),
                        options));
    }

    /** A size may be written as a number; {@code 1e9} is a number to YAML as well. */
    private static @Nullable VolumeSize size(Fields fields) {
        return fields.requiredQuantity("size", VolumeSize::parse);
    }
}
