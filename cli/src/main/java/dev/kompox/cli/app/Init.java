package dev.kompox.cli.app;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.manifest.id.AppId;
import dev.kompox.operations.engine.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Write an App document to begin with; never needed to run an app. */
final class Init implements Command {

    private static final String FILE = "kompoxapp.yml";

    @Override
    public Syntax syntax() {
        return new Syntax("init", "Write a commented kompoxapp.yml; it is never needed.")
                .example("kompox init", "write it for the app of this directory")
                .example("kompox init --force", "replace one that is there")
                .example("kompox init --dry-run", "show it only")
                .flag("--force", "replace one that is there");
    }

    @Override
    public int run(Invocation call) {
        AppId app = call.session().app().workload().app();
        Path compose = call.session().app().workload().project().files().getFirst();
        Path name = compose.getFileName();
        String text = text(app, name == null ? "compose.yaml" : name.toString());
        if (call.globals().dryRun()) {
            call.terminal().out().print(text);
            return Exit.OK;
        }
        Path file = call.terminal().directory().resolve(FILE);
        try {
            if (call.arguments().flag("--force")) {
                Files.writeString(file, text);
            } else {
                Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            }
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(FILE + " is there already", "Replace it with: kompox init --force");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        call.tell("Wrote " + FILE + ". Next: kompox plan");
        return Exit.OK;
    }

    private static String text(AppId app, String compose) {
        return """
        # What Kompox may know about this app beyond its Compose file.
        # Without it the directory is an app on the local Docker Engine all the same.
        # Any field: kompox explain App.spec.FIELD
        apiVersion: ops.kompox.dev/v1alpha1
        kind: Workspace
        metadata:
          name: %1$s
          annotations: {ops.kompox.dev/id: /ws/%1$s}
        ---
        apiVersion: ops.kompox.dev/v1alpha1
        kind: Provider
        metadata:
          name: %2$s
          annotations: {ops.kompox.dev/id: /ws/%1$s/prv/%2$s}
        spec:
          driver: docker
        ---
        apiVersion: ops.kompox.dev/v1alpha1
        kind: Cluster
        metadata:
          name: %3$s
          annotations: {ops.kompox.dev/id: /ws/%1$s/prv/%2$s/cls/%3$s}
        spec:
          existing: true
        ---
        apiVersion: ops.kompox.dev/v1alpha1
        kind: App
        metadata:
          name: %4$s
          annotations: {ops.kompox.dev/id: %5$s}
        spec:
          # The Compose file, unchanged.
          compose: file:%6$s
          # Sizes matter where disks have one; on the local Docker Engine they do not.
          # volumes:
          #   - name: db
          #     size: 20Gi
        """
                .formatted(app.workspace(), app.provider(), app.cluster(), app.app(), app, compose);
    }
}
