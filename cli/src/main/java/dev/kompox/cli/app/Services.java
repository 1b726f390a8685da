package dev.kompox.cli.app;

import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.UsageException;
import dev.kompox.cli.output.Words;
import dev.kompox.compose.diagnose.Nearest;
import dev.kompox.compose.model.Project;
import java.util.ArrayList;
import java.util.List;

/** Check names of services as typed. */
final class Services {

    private Services() {}

    /**
     * Return the names if all are services of the app.
     *
     * @throws UsageException naming the nearest service
     */
    static List<String> known(Invocation call, List<String> typed) {
        if (typed.isEmpty()) {
            return typed;
        }
        Project project = call.session().app().workload().project();
        for (String name : typed) {
            if (!project.services().containsKey(name)) {
                boolean disabled = project.disabledServices().containsKey(name);
                if (disabled) {
                    throw new UsageException(
                            "service \"" + name + "\" belongs to a profile that is not enabled",
                            "",
                            "Enable it with --profile NAME, see: kompox config --profiles");
                }
                List<String> names = new ArrayList<>(project.services().keySet());
                String near = Nearest.of(name, names);
                throw new UsageException(
                        project.name()
                                + " has no service \""
                                + name
                                + "\""
                                + (near == null
                                        ? "; it has " + Words.list(names)
                                        : "; did you mean \"" + near + "\"?"),
                        "",
                        "kompox config --services");
            }
        }
        return typed;
    }
}
