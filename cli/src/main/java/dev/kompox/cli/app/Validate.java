package dev.kompox.cli.app;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.kubernetes.object.KubernetesObject;
import dev.kompox.kubernetes.object.Manifests;
import dev.kompox.operations.convert.ManifestFile;
import java.util.List;
import java.util.Map;

/**
 * The Go edition's {@code app validate}: {@code config}, or {@code convert} to one file where
 * objects are asked for.
 */
final class Validate implements Command {

    private final Config config = new Config();

    @Override
    public Syntax syntax() {
        return config.syntax()
                .value(
                        "--out-manifest",
                        "FILE",
                        "write Kubernetes objects to a file, - for stdout");
    }

    @Override
    public int run(Invocation call) {
        String file = call.arguments().value("--out-manifest");
        if (file == null) {
            return config.run(call);
        }
        ConversionReport report = ConversionReport.of(call, Map.of());
        report.tell(call, false);
        report.refuse(false);
        List<KubernetesObject> objects = report.converted().objects();
        if (file.equals("-")) {
            call.terminal().out().print(Manifests.yaml(objects));
        } else {
            ManifestFile.write(
                    call.terminal().directory().resolve(file), objects, call.globals().yes());
        }
        return Exit.OK;
    }
}
