package dev.kompox.driver.docker.storage;

import dev.kompox.driver.call.Call;
import dev.kompox.manifest.id.AppId;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The labels of volumes that are Kompox's. */
final class Tags {

    static final String APP = "kompox.dev/app";
    static final String KIND = "kompox.dev/kind";
    static final String VOLUME = "kompox.dev/volume";
    static final String DISK = "kompox.dev/disk";
    static final String SNAPSHOT = "kompox.dev/snapshot";
    static final String OPERATION = "kompox.dev/operation";
    static final String STEP = "kompox.dev/step";
    static final String SOURCE = "kompox.dev/source";
    static final String CREATED = "kompox.dev/created";
    static final String MEMBERS = "kompox.dev/members";
    static final String CONSISTENCY = "kompox.dev/consistency";
    static final String HELPER = "kompox.dev/helper";

    static final String KIND_DISK = "disk";
    static final String KIND_SEAL = "seal";
    static final String KIND_SNAPSHOT = "snapshot";
    static final String KIND_LEDGER = "ledger";

    private Tags() {}

    /** Return the labels that everything made for an app bears. */
    static SequencedMap<String, String> of(AppId app, String kind, Call call) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        tags.put(APP, app.toString());
        tags.put(KIND, kind);
        tags.put(OPERATION, call.token().operation());
        tags.put(STEP, call.token().step());
        tags.put(CREATED, call.time().now().toString());
        return tags;
    }
}
