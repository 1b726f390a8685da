package dev.kompox.operations.convert;

import dev.kompox.kubernetes.convert.Conversion.Seed;
import dev.kompox.kubernetes.convert.Report;
import dev.kompox.kubernetes.convert.Report.Verdict;
import dev.kompox.kubernetes.object.KubernetesObject;
import java.util.List;

/**
 * An app as the objects of a cluster, and what became of each of its keys.
 *
 * @param objects in the order in which to apply them, the namespace first, then the claims; none
 *     where a key is rejected
 * @param report what became of each key
 * @param seeds what Kompox would fill empty volumes with before the first start, and these objects
 *     do not
 */
public record Converted(List<KubernetesObject> objects, Report report, List<Seed> seeds) {

    /** Copies the lists. */
    public Converted {
        objects = List.copyOf(objects);
        seeds = List.copyOf(seeds);
    }

    /** Tell whether the app cannot run on a cluster as it stands. */
    public boolean rejected() {
        return !report.of(Verdict.REJECTED).isEmpty();
    }

    /** Tell whether every key means the same there. */
    public boolean exact() {
        return report.lines().stream().allMatch(line -> line.verdict() == Verdict.MAPPED);
    }

    /** Tell whether secret values are among the objects. */
    public boolean secret() {
        return objects.stream().anyMatch(Converted::secret);
    }

    static boolean secret(KubernetesObject object) {
        return object.kind().equals("Secret");
    }
}
