package dev.kompox.manifest.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdHashTest {

    @ParameterizedTest
    @CsvSource({
        "ws1, prv1, cls1, app1, 4p79t1, 32kff1, 5pfy6x, k9x84f, bgewya",
        "ops, aks1, cluster1, app1, 47sikq, 1nedct, 1l7263, 4d94cw, 5ymxt7",
        "testsvc, testprv, testcls, testapp, 5iowsl, 5nnlzo, 2k4mqw, 13d2e0, 414u37",
        "svc, prv, cls1, app, 1b5dym, 1bm4l7, 5ivtjs, 2vcd40, 6cdiau",
        "svc, prv, cls2, app, 1b5dym, 1bm4l7, 6cbg0y, 2vcd40, 4e3ao9",
        "aks-e2e-gitea-20250925-060355, aks1, cluster1, app1, 4u0vv4, 50vf7y, 62mpgv, 13o40q, 2aopo7",
    })
    void hashesIdsAsExistingNamesDo(
            String ws,
            String prv,
            String cls,
            String app,
            String wsHash,
            String spHash,
            String clsHash,
            String idHash,
            String inHash) {
        AppId id = new AppId(ws, prv, cls, app);
        assertThat(IdHash.of(id.clusterId().providerId().workspaceId())).hasToString(wsHash);
        assertThat(IdHash.of(id.clusterId().providerId())).hasToString(spHash);
        assertThat(IdHash.of(id.clusterId())).hasToString(clsHash);
        assertThat(IdHash.ofApp(id)).hasToString(idHash);
        assertThat(IdHash.ofInstance(id)).hasToString(inHash);
    }

    @Test
    void hashesHandlesOfDisks() {
        assertThat(IdHash.ofHandle("handle-1")).hasToString("1nb5m1");
    }
}
