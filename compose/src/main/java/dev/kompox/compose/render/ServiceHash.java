package dev.kompox.compose.render;

import dev.kompox.compose.model.Service;
import dev.kompox.compose.schema.ComposeSchema;
import dev.kompox.compose.schema.Shape;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.Rewrite;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Tells by which settings of a service its containers were made. */
public final class ServiceHash {

    private ServiceHash() {}

    /**
     * Give the digest of a service's settings that {@code docker compose config --hash} prints: of
     * those that a change of which makes its containers anew.
     */
    public static String of(Service service) {
        MappingNode node = service.node();
        Shape shape = Objects.requireNonNull(ComposeSchema.service().type().shape());
        for (String key : List.of("build", "pull_policy", "scale", "depends_on", "profiles")) {
            node = node.without(key);
        }
        if (node.get("deploy") instanceof MappingNode deploy) {
            node = node.with("deploy", deploy.without("replicas"));
        }
        if (node.get("env_file") instanceof SequenceNode files) {
            node = node.with("env_file", Rewrite.items(files, (i, file) -> envFile(file)));
        }
        String json = new JsonPrinter(true).print(node, shape);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** A file that must be there is its path alone. */
    private static Node envFile(Node file) {
        boolean required =
                file instanceof MappingNode mapping
                        && mapping.get("required") instanceof ScalarNode flag
                        && flag.text().equals("true");
        Node path = file instanceof MappingNode mapping ? mapping.get("path") : null;
        return required && path != null ? path : file;
    }
}
