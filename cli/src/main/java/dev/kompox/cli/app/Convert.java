package dev.kompox.cli.app;

import dev.kompox.cli.command.Arguments;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.PlaceName;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.UsageException;
import dev.kompox.cli.output.Words;
import dev.kompox.kubernetes.object.Manifests;
import dev.kompox.operations.convert.Converted;
import dev.kompox.operations.convert.ManifestDirectory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Write the app as Kubernetes objects, asking no cluster. */
final class Convert implements Command {

    /** Options of this command, and what the driver for clusters calls each. */
    private static final Map<String, String> WISHES =
            Map.of(
                    "--namespace", "appNamespace",
                    "--zone", "zone",
                    "--storage-class", "storageClass",
                    "--size", "diskSize",
                    "--ingress-class", "ingressClass",
                    "--domain", "domain");

    @Override
    public Syntax syntax() {
        return new Syntax("convert", "Print the app as Kubernetes objects; ask no cluster.")
                .example("kompox convert -o k8s/", "a file an object, in the order to apply")
                .example("kompox convert | kubectl apply -f -", "all of them, at once")
                .example("kompox convert --strict", "fail unless every key means the same")
                .value("-o --output", "DIR", "write a file an object to a directory")
                .value("--namespace", "NAME", "the app's namespace")
                .value("--zone", "ZONE", "the zone it must be in")
                .value("--storage-class", "NAME", "the class of its claims")
                .value("--size", "SIZE", "size of volumes that have none (default 10Gi)")
                .value("--ingress-class", "NAME", "the class of the ingress controller")
                .value("--domain", "DOMAIN", "the domain below which it gets names")
                .choice("--report", "form of the report on stderr", "table", "json")
                .flag("--strict", "refuse caveats and ignored keys, too")
                .note(
                        "What became of each key is told on stderr. With a rejected key nothing is"
                                + " written, and the exit code is 3. The values of secrets are in"
                                + " the objects. With --on a cluster of a KOM document, its"
                                + " settings hold unless an option says otherwise.");
    }

    @Override
    public int run(Invocation call) {
        Arguments typed = call.arguments();
        boolean strict = typed.flag("--strict");
        boolean json = json(typed.value("--report", "table"));
        ConversionReport report = ConversionReport.of(call, wishes(call));
        report.tell(call, json);
        if (json && report.withheld(strict)) {
            return Exit.BLOCKED; // what is told is JSON, and nothing else
        }
        report.refuse(strict);
        String directory = typed.value("--output");
        if (directory != null) {
            return write(
                    call, call.terminal().directory().resolve(directory).normalize(), report, json);
        }
        Converted converted = report.converted();
        call.terminal().out().print(Manifests.yaml(converted.objects()));
        if (!json && converted.secret() && call.terminal().kinds().out()) {
            call.tell("The values of secrets are in this output.");
        }
        return Exit.OK;
    }

    private static int write(
            Invocation call, Path directory, ConversionReport report, boolean json) {
        Converted converted = report.converted();
        if (call.globals().dryRun()) {
            ManifestDirectory.files(converted.objects())
                    .sequencedKeySet()
                    .forEach(call.terminal().out()::println);
            return Exit.OK;
        }
        List<String> written =
                new ManifestDirectory(directory).write(converted.objects(), call.globals().yes());
        if (!json) {
            call.tell(
                    "Wrote "
                            + Words.count(written.size(), "file")
                            + (converted.secret() ? ", values of secrets among them" : "")
                            + ". Next: kubectl apply -f "
                            + directory);
        }
        return Exit.OK;
    }

    private static boolean json(String form) {
        return switch (form) {
            case "table" -> false;
            case "json" -> true;
            default ->
                    throw new UsageException(
                            "--report is table or json, not \"" + form + "\"",
                            "",
                            "kompox help convert");
        };
    }

    /** What is typed, over what the document of a cluster says. */
    private static SequencedMap<String, String> wishes(Invocation call) {
        SequencedMap<String, String> wishes = new LinkedHashMap<>();
        String on = call.globals().on();
        if (on != null) {
            PlaceName place = call.session().name("--on", on);
            if (place.driver().equals("docker")) {
                throw new UsageException(
                        "convert is for clusters, and " + on + " is a Docker Engine",
                        "",
                        "kompox cluster list");
            }
            wishes.putAll(place.options());
        }
        WISHES.forEach((option, name) -> {
            String value = call.arguments().value(option);
            if (value != null) {
                wishes.put(name, value);
            }
        });
        return wishes;
    }
}
