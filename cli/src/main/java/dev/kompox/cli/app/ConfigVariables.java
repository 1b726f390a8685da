package dev.kompox.cli.app;

import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.output.JsonText;
import dev.kompox.cli.output.Table;
import dev.kompox.compose.ComposeLoader;
import dev.kompox.compose.LoadRequest;
import dev.kompox.compose.LoadStep;
import dev.kompox.compose.variables.VariableUse;
import dev.kompox.compose.variables.VariableUses;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;

/** The variables that Compose files use. */
final class ConfigVariables {

    private ConfigVariables() {}

    /** Print them as a table, or as JSON of docker compose's form. */
    static String print(Invocation call, LoadRequest request, String format) {
        Set<LoadStep> without = EnumSet.of(LoadStep.INTERPOLATION);
        without.addAll(request.without());
        SequencedMap<String, VariableUse> uses =
                VariableUses.of(ComposeLoader.model(request.without(without)).tree());
        if (format.equals("json")) {
            SequencedMap<String, Object> all = new LinkedHashMap<>();
            uses.forEach((name, use) -> all.put(name, map(use)));
            return JsonText.indented(all) + "\n";
        }
        Table table = new Table("NAME", "REQUIRED", "DEFAULT VALUE", "ALTERNATE VALUE");
        uses.forEach((name, use) ->
                table.row(
                        name,
                        String.valueOf(use.required()),
                        use.defaultValue(),
                        use.alternateValue()));
        return ConfigParts.lines(table.lines(call.terminal().width()));
    }

    private static SequencedMap<String, Object> map(VariableUse use) {
        SequencedMap<String, Object> map = new LinkedHashMap<>();
        map.put("Name", use.name());
        map.put("DefaultValue", use.defaultValue());
        map.put("PresenceValue", use.alternateValue());
        map.put("Required", use.required());
        return map;
    }
}
