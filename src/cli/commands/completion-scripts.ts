import type { Command } from "./command.ts";
import type { SwitchFlag, ValueFlag } from "./flags.ts";

/** What makes the completions for a shell, by its name. */
export const completionScripts: ReadonlyMap<string, (commands: readonly Command[]) => string> =
  new Map([
    ["bash", bashCompletion],
    ["zsh", zshCompletion],
    ["fish", fishCompletion],
  ]);

type Flag = readonly [name: string, flag: ValueFlag | SwitchFlag];

/** Completions for bash: commands, flags, the values of flags that have few, and else files. */
function bashCompletion(commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const choices = commands.flatMap((command) =>
    flagsOf(command).flatMap(([name, flag]) =>
      choicesOf(flag).length === 0
        ? []
        : [`    "${command.name} --${name}") words="${choicesOf(flag).join(" ")}" ;;`],
    ),
  );
  const flags = commands.map(
    (command) => `      ${command.name}) words="${longNames(command).join(" ")}" ;;`,
  );
  return `# Completions of raycluster for bash: source <(raycluster completion bash)
_raycluster() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}"
  local command="\${COMP_WORDS[1]}" words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${names} --help --version"
  else
    case "$command $previous" in
${choices.join("\n")}
    esac
  fi
  if [ -z "$words" ]; then
    case "$current" in
    -*)
      case "$command" in
${flags.join("\n")}
      esac
      ;;
    esac
  fi
  [ -z "$words" ] || COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _raycluster raycluster
`;
}

/** Completions for zsh, as a file of its function path. */
function zshCompletion(commands: readonly Command[]): string {
  const described = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`);
  const cases = commands.map((command) => {
    const specs = flagsOf(command).map((flag) => `      ${quoted(zshSpec(flag))} \\`);
    return `    ${command.name})\n      _arguments \\\n${specs.map((spec) => `  ${spec}`).join("\n")}\n        '*:file:_files'\n      ;;`;
  });
  return `#compdef raycluster
_raycluster() {
  local -a commands
  commands=(
${described.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join("\n")}
  esac
}
_raycluster "$@"
`;
}

/** Completions for fish. */
function fishCompletion(commands: readonly Command[]): string {
  const lines = commands.flatMap((command) => [
    `complete -c raycluster -n __fish_use_subcommand -f -a ${command.name} -d ${fishText(command.summary)}`,
    ...flagsOf(command).map(([name, flag]) => {
      const short = flag.short === undefined ? "" : ` -s ${flag.short}`;
      const choices = choicesOf(flag);
      const value =
        choices.length > 0
          ? ` -x -a ${fishText(choices.join(" "))}`
          : flag.kind === "value"
            ? " -r"
            : "";
      return `complete -c raycluster -n '__fish_seen_subcommand_from ${command.name}' -l ${name}${short}${value} -d ${fishText(flag.summary)}`;
    }),
  ]);
  return `# Completions of raycluster for fish.\n${lines.join("\n")}\n`;
}

function flagsOf({ flags }: Command): readonly Flag[] {
  return Object.entries(flags);
}

function longNames(command: Command): readonly string[] {
  return flagsOf(command).map(([name]) => `--${name}`);
}

function choicesOf(flag: ValueFlag | SwitchFlag): readonly string[] {
  return flag.kind === "value" ? (flag.choices ?? []) : [];
}

/** As _arguments reads it: brackets and colons in texts are escaped. */
function zshSpec([name, flag]: Flag): string {
  const summary = flag.summary.replace(/[[\]:\\]/g, "\\$&");
  const choices = choicesOf(flag);
  const action = choices.length === 0 ? "_files" : `(${choices.join(" ")})`;
  const value = flag.kind === "value" ? `:${flag.placeholder.replaceAll("=", " ")}:${action}` : "";
  const repeated = flag.kind === "value" && flag.repeatable === true ? "*" : "";
  return `${repeated}--${name}${flag.kind === "value" ? "=" : ""}[${summary}]${value}`;
}

/** In single quotes of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function fishText(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
