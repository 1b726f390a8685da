package dev.kompox.operations.app;

import dev.kompox.compose.ComposeLoader;
import dev.kompox.compose.LoadedProject;
import dev.kompox.compose.Problem;
import dev.kompox.compose.model.Project;
import dev.kompox.driver.runtime.Workload;
import java.util.ArrayList;
import java.util.List;

/** Find an app by its Compose files. Changes nothing. */
public final class AppFinder {

    private AppFinder() {}

    /**
     * Find an app.
     *
     * @throws dev.kompox.compose.ComposeException if its files, or the KOM documents beside them,
     *     are refused
     */
    public static FoundApp find(AppRequest request) {
        LoadedProject loaded = ComposeLoader.load(request.compose());
        Project project = loaded.project();
        RemoteBinds.refuse(project, request.compose().environment());
        Workload workload = Workloads.of(ProjectId.of(project.name()), project);
        List<Problem> warnings = new ArrayList<>(loaded.warnings());
        KomDocuments documents = KomDocuments.read(request, workload.app());
        warnings.addAll(documents.warnings());
        return new FoundApp(
                workload.with(documents.app()),
                documents.clusters(),
                warnings,
                JournalRoot.of(request, project));
    }
}
