package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Mount;
import dev.kompox.compose.yaml.Location;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Directories of the machine that are volumes of the app: on a cluster each is a disk. */
final class Directories {

    private final SequencedMap<String, String> claims;
    private final LocalFiles files;
    private final PodVolumes volumes;
    private final Findings findings;

    Directories(ConversionRequest request, PodVolumes volumes, Findings findings) {
        this.claims = new LinkedHashMap<>();
        request.directories()
                .forEach((path, volume) -> claims.put(path, Mounts.claim(request, volume)));
        this.files = request.files();
        this.volumes = volumes;
        this.findings = findings;
    }

    private Optional<Map.Entry<String, String>> around(String source) {
        return claims.entrySet().stream()
                .filter(one -> source.startsWith(one.getKey() + "/"))
                .findFirst();
    }

    /** Return the volume mount, or null if a path is neither. */
    @Nullable Body of(String path, @Nullable Location at, Mount.BindMount bind, boolean readOnly) {
        String source = bind.source();
        String claim = claims.get(source);
        if (claim != null) {
            content(path, at, source);
            return disk(claim, bind, readOnly, "");
        }
        if (files.look(source) instanceof LocalFiles.Content) {
            return null; // a file that is there is copied like any other: the disk has none yet
        }
        return around(source)
                .map(outer ->
                        disk(
                                outer.getValue(),
                                bind,
                                readOnly,
                                source.substring(outer.getKey().length())))
                .orElse(null);
    }

    private Body disk(String claim, Mount.BindMount bind, boolean readOnly, String below) {
        return Mounts.body(volumes.claim(claim), bind.target(), readOnly)
                .with("subPath", Mounts.DATA + below);
    }

    private void content(String path, @Nullable Location at, String source) {
        if (files.filled(source)) {
            findings.caveat(
                    path,
                    at,
                    "what is in "
                            + source
                            + " is not taken along: the disk is empty at first; fill it with"
                            + " kompox cp");
        }
    }
}
