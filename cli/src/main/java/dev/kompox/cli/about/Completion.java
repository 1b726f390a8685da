package dev.kompox.cli.about;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.UsageException;

/** Print the script that lets a shell complete what is typed. */
final class Completion implements Command {

    private static final String BASH =
            """
            # kompox completion for bash: source <(kompox completion bash)
            _kompox() {
              local IFS=$'\\n' words=("${COMP_WORDS[@]:1:COMP_CWORD-1}")
              COMPREPLY=($(compgen -W "$(kompox __complete -- "${words[@]}" "${COMP_WORDS[COMP_CWORD]}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _kompox kompox
            """;

    private static final String ZSH =
            """
            #compdef kompox
            # kompox completion for zsh: source <(kompox completion zsh)
            _kompox() {
              local -a found
              found=("${(@f)$(kompox __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
              if [[ -n "${found[1]}" ]]; then compadd -a found; else _files; fi
            }
            compdef _kompox kompox
            """;

    private static final String FISH =
            """
            # kompox completion for fish: kompox completion fish | source
            function __kompox_complete
              set -l typed (commandline -opc)
              kompox __complete -- $typed[2..-1] (commandline -ct) 2>/dev/null
            end
            complete -c kompox -a '(__kompox_complete)'
            """;

    @Override
    public Syntax syntax() {
        return new Syntax("completion", "Print the script that completes names in a shell.")
                .example("source <(kompox completion bash)", "bash and zsh, for this shell")
                .example("kompox completion fish | source", "fish")
                .positional("bash|zsh|fish", 1, 1, "the shell");
    }

    @Override
    public int run(Invocation call) {
        call.terminal()
                .out()
                .print(
                        switch (call.arguments().required(0)) {
                            case "bash" -> BASH;
                            case "zsh" -> ZSH;
                            case "fish" -> FISH;
                            default ->
                                    throw new UsageException(
                                            "there is no completion for \""
                                                    + call.arguments().required(0)
                                                    + "\"",
                                            "kompox completion bash|zsh|fish",
                                            "kompox help completion");
                        });
        return Exit.OK;
    }
}
