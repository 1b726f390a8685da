package dev.kompox.kubernetes.convert;

import dev.kompox.kubernetes.object.KubernetesObject;
import dev.kompox.manifest.hash.ShortHash;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The ConfigMaps and Secrets of an app. Each bears the hash of what it holds; the pod bears the
 * hash of those, so that it is made again when one changes.
 */
final class Contents {

    private final ConversionRequest request;
    private final AppNaming naming;
    private final List<KubernetesObject> maps = new ArrayList<>();
    private final List<KubernetesObject> secrets = new ArrayList<>();
    private final List<KubernetesObject> environments = new ArrayList<>();
    private final StringBuilder hashes = new StringBuilder();

    Contents(ConversionRequest request, AppNaming naming) {
        this.request = request;
        this.naming = naming;
    }

    /** Add files as a ConfigMap; return its name. */
    String configMap(SortedMap<String, byte[]> files) {
        String name = naming.component() + "--cfg-" + (maps.size() + 1);
        SortedMap<String, String> texts = new TreeMap<>();
        SortedMap<String, String> binaries = new TreeMap<>();
        files.forEach((key, content) -> {
            String text = text(content);
            if (text == null) {
                binaries.put(key, Base64.getEncoder().encodeToString(content));
            } else {
                texts.put(key, text);
            }
        });
        maps.add(
                Body.object(
                        "v1",
                        "ConfigMap",
                        metadata(name, files),
                        new Body().with("data", texts).with("binaryData", binaries)));
        return name;
    }

    /** Add files as a Secret; return its name. */
    String secret(SortedMap<String, byte[]> files) {
        String name = naming.component() + "--sec-" + (secrets.size() + 1);
        secrets.add(secret(name, files));
        return name;
    }

    /** Add a service's environment as a Secret; return its name. */
    String environment(String container, SortedMap<String, String> variables) {
        String name = naming.component() + "-" + container + "-base";
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        variables.forEach((key, value) -> bytes.put(key, value.getBytes(StandardCharsets.UTF_8)));
        environments.add(secret(name, bytes));
        return name;
    }

    private KubernetesObject secret(String name, SortedMap<String, byte[]> files) {
        SortedMap<String, String> data = new TreeMap<>();
        files.forEach((key, content) -> data.put(key, Base64.getEncoder().encodeToString(content)));
        return Body.object(
                "v1",
                "Secret",
                metadata(name, files),
                new Body().with("type", "Opaque").with("data", data));
    }

    private Body metadata(String name, Map<String, byte[]> files) {
        String hash = hash(files);
        hashes.append(hash);
        return new Body()
                .with("namespace", request.namespace())
                .with("name", name)
                .with("labels", naming.componentLabels())
                .with("annotations", Map.of(AppNaming.CONTENT, hash));
    }

    private static String hash(Map<String, byte[]> files) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        new TreeMap<>(files)
                .forEach((key, content) -> {
                    all.writeBytes((key + "=").getBytes(StandardCharsets.UTF_8));
                    all.writeBytes(content);
                    all.write(0);
                });
        return ShortHash.of(all.toByteArray()).value();
    }

    /** Return the hash of all, or null if there is nothing. */
    @Nullable String hash() {
        return hashes.isEmpty() ? null : ShortHash.of(hashes.toString()).value();
    }

    /** Return the objects: ConfigMaps, Secrets of files, Secrets of environments. */
    List<KubernetesObject> objects() {
        List<KubernetesObject> all = new ArrayList<>(maps);
        all.addAll(secrets);
        all.addAll(environments);
        return all;
    }

    private static @Nullable String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
