package dev.kompox.driver.csi.run;

import dev.kompox.driver.csi.CsiSettings;
import dev.kompox.driver.csi.IngressSettings;
import dev.kompox.driver.csi.claim.Assignments;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.kubernetes.convert.Conversion;
import dev.kompox.kubernetes.convert.ConversionException;
import dev.kompox.kubernetes.convert.ConversionRequest;
import dev.kompox.kubernetes.convert.Converter;
import dev.kompox.kubernetes.convert.Publication;
import dev.kompox.kubernetes.convert.Report;
import dev.kompox.kubernetes.files.ProjectFiles;
import dev.kompox.manifest.kom.App;
import dev.kompox.manifest.kom.AppIngress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The objects of an app, made from its project and the disks that its volumes find. */
final class AppObjects {

    private static final DiskName FIRST = new DiskName("main");

    private final Namespaces namespaces;
    private final Assignments assignments;
    private final CsiSettings settings;

    AppObjects(Namespaces namespaces, Assignments assignments, CsiSettings settings) {
        this.namespaces = namespaces;
        this.assignments = assignments;
        this.settings = settings;
    }

    /**
     * Convert an app to run on the disks that it has.
     *
     * @throws DriverException {@code Invalid} if a volume has no disk, or the project cannot run on
     *     a cluster
     */
    Conversion running(Workload workload) {
        Map<VolumeName, DiskName> assigned = assignments.of(workload.app());
        for (VolumeName volume : workload.slots().keySet()) {
            if (!assigned.containsKey(volume)) {
                throw new DriverException(
                        new Category.Invalid(),
                        "volume " + volume + " has no disk",
                        "kompox disk create " + volume + "/" + FIRST);
            }
        }
        return convert(workload, assigned);
    }

    /** Convert an app whatever disks it has; those that are missing get the names of first ones. */
    Conversion imagined(Workload workload) {
        return convert(workload, assignments.of(workload.app()));
    }

    /**
     * Convert an app that is to be started, as {@link #imagined} does.
     *
     * @throws DriverException {@code Invalid} if it would begin with nothing where there is
     *     something: in a directory of this machine that is to be a disk, and has none yet; or if
     *     the project cannot run on a cluster
     */
    Conversion starting(Workload workload) {
        Map<VolumeName, DiskName> assigned = assignments.of(workload.app());
        ProjectFiles files = files();
        workload.directories()
                .forEach((path, key) -> {
                    VolumeName volume = new VolumeName(key);
                    if (!assigned.containsKey(volume) && files.filled(path)) {
                        throw left(volume, path);
                    }
                });
        return convert(workload, assigned);
    }

    /** Return the claims of the disks that an app's volumes find. */
    List<String> claims(Workload workload) {
        if (workload.slots().isEmpty()) {
            return List.of();
        }
        return assignments.of(workload.app()).entrySet().stream()
                .filter(one -> workload.slots().containsKey(one.getKey()))
                .map(one -> new DiskRef(workload.app(), one.getKey(), one.getValue()))
                .map(AppNames::claim)
                .toList();
    }

    private Conversion convert(Workload workload, Map<VolumeName, DiskName> assigned) {
        SequencedMap<String, String> claims = new LinkedHashMap<>();
        for (VolumeName volume : workload.slots().keySet()) {
            DiskName disk = assigned.getOrDefault(volume, FIRST);
            claims.put(volume.value(), AppNames.claim(new DiskRef(workload.app(), volume, disk)));
        }
        try {
            return Converter.convert(
                    new ConversionRequest(
                            workload.app(),
                            workload.project(),
                            claims,
                            workload.directories(),
                            files(),
                            namespaces.of(workload.app()),
                            Keys.DRIVER,
                            settings.zone().isEmpty() ? null : settings.zone(),
                            1,
                            List.of(),
                            publication(workload)));
        } catch (ConversionException e) {
            throw new DriverException(
                    new Category.Invalid(),
                    workload.project().name()
                            + " cannot run on a cluster as it stands:\n  "
                            + String.join("\n  ", reasons(e)),
                    "Mend that in the Compose file; see all of it with: kompox convert",
                    null,
                    e);
        }
    }

    private ProjectFiles files() {
        return new ProjectFiles(settings.cluster().environment());
    }

    private static DriverException left(VolumeName volume, String path) {
        return new DriverException(
                new Category.Invalid(),
                "a service writes to "
                        + path
                        + ", which has content here; on a cluster that is volume "
                        + volume
                        + ", whose first disk would be empty",
                ("Mount it with :ro if it is only read. Otherwise make its disk, start the app, and"
                                + " copy the content there: kompox disk create %1$s; kompox disk"
                                + " assign %1$s; kompox up; kompox cp")
                        .formatted(volume + "/" + FIRST));
    }

    /**
     * What the App document says, on a cluster that is set up as its own document or options say.
     */
    private Publication publication(Workload workload) {
        App document = workload.document();
        if (document == null) {
            return Publication.NONE;
        }
        AppIngress ingress = document.ingress();
        IngressSettings cluster = settings.ingress();
        return new Publication(
                ingress.rules(),
                cluster.ingressClass(),
                cluster.domain(),
                ingress.certResolver() == null ? cluster.certResolver() : ingress.certResolver(),
                cluster.namespace());
    }

    /** Say what keeps a project from running on a cluster, a line each. */
    static List<String> reasons(ConversionException refused) {
        return refused.report().of(Report.Verdict.REJECTED).stream()
                .map(one -> one.path() + ": " + one.text())
                .toList();
    }
}
