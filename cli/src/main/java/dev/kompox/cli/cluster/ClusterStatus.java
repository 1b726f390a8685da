package dev.kompox.cli.cluster;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.PlaceName;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Table;
import dev.kompox.cli.output.Words;
import dev.kompox.driver.Apps;
import dev.kompox.driver.Driver;
import dev.kompox.driver.Fact;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.runtime.AppThere;
import dev.kompox.operations.kubeconfig.KnownCluster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tell how a cluster is, and which apps of Kompox it has. */
final class ClusterStatus implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("cluster status", "Tell how a cluster is, and which apps it has.")
                .example("kompox cluster status", "the one that is meant here")
                .example("kompox cluster status prod", "by its name in cluster list")
                .example("kompox cluster status -o json", "for a program")
                .positional("CLUSTER", 0, 1, "its name or place; see kompox cluster list");
    }

    @Override
    public int run(Invocation call) {
        KnownCluster cluster = ChosenCluster.of(call);
        Driver driver = call.session().driver(new PlaceName(cluster.driver(), cluster.options()));
        List<Fact> facts = driver.facts();
        List<AppThere> apps = apps(call, driver);
        Table told = Table.plain();
        facts.forEach(fact -> told.row("  " + fact.name(), fact.value()));
        List<String> lines = new ArrayList<>();
        lines.add(cluster.name() + " at " + driver.location());
        lines.addAll(told.lines(call.width()));
        lines.add("");
        lines.addAll(lines(apps, driver.location(), call.width()));
        return call.answer(
                new Answer(
                        lines,
                        Answer.document(
                                "cluster", cluster.name(),
                                "place", driver.location().toString(),
                                "facts", facts.stream().map(ClusterStatus::document).toList(),
                                "apps", apps.stream().map(ClusterStatus::document).toList()),
                        apps.stream().map(AppThere::app).toList()));
    }

    /** Who may not see all apps of a cluster is told the rest all the same. */
    private static List<AppThere> apps(Invocation call, Driver driver) {
        try {
            return driver.apps().map(Apps::list).orElse(List.of());
        } catch (DriverException e) {
            if (e.category() instanceof Category.Denied) {
                call.tell("warning: which apps it has is not known: " + e.sentence());
                return List.of();
            }
            throw e;
        }
    }

    private static List<String> lines(List<AppThere> apps, Location here, int width) {
        if (apps.isEmpty()) {
            return List.of("No apps of Kompox.");
        }
        Instant now = Instant.now();
        Table table = new Table("APP", "NAMESPACE", "STATE", "LIVES", "AGE");
        for (AppThere each : apps) {
            Location lives = each.lives();
            table.row(
                    each.app(),
                    each.where(),
                    Words.word(each.state()),
                    lives == null ? Words.UNKNOWN : lives.equals(here) ? "here" : "on " + lives,
                    Words.age(each.since(), now));
        }
        return table.lines(width);
    }

    private static Object document(Fact fact) {
        return Answer.document("name", fact.name(), "value", fact.value());
    }

    private static Object document(AppThere app) {
        Location lives = app.lives();
        return Answer.document(
                "app", app.app(),
                "namespace", app.where(),
                "state", Words.word(app.state()),
                "livesOn", lives == null ? null : lives.toString(),
                "since", app.since().toString());
    }
}
