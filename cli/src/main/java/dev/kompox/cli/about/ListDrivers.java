package dev.kompox.cli.about;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Table;
import dev.kompox.driver.DriverProvider;
import java.util.ArrayList;
import java.util.List;

/** List the drivers that are installed. */
final class ListDrivers implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(
                        "driver list", "List the drivers: the kinds of places an app can live on.")
                .example("kompox driver list", "what is installed");
    }

    @Override
    public int run(Invocation call) {
        List<DriverProvider> all = call.session().places().all();
        Table table = new Table("NAME", "WHAT");
        List<Object> documents = new ArrayList<>();
        for (DriverProvider each : all) {
            table.row(each.name(), each.summary());
            documents.add(Answer.document("name", each.name(), "summary", each.summary()));
        }
        return call.answer(
                new Answer(
                        table.lines(call.width()),
                        Answer.document("drivers", documents),
                        all.stream().map(DriverProvider::name).toList()));
    }
}
