import type { FlagTable, SwitchFlag, ValueFlag } from "./flags.ts";

/** What the help says of a command in the list of commands. */
export interface CommandSummary {
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
}

/** What the help of one command says. */
export interface CommandUsage<Flags extends FlagTable = FlagTable> extends CommandSummary {
  /** Its operands, as the usage line shows them. */
  readonly operands: string;
  /** What a reader has to know beside the flags; lines of at most 80 characters. */
  readonly details: readonly string[];
  readonly flags: Flags;
}

/** The flag that every table of flags ends with. */
export const helpFlag = Object.freeze({
  kind: "switch",
  short: "h",
  summary: "Show this help.",
} satisfies SwitchFlag);

/** The flags of the command line without a command. */
export const generalFlags = Object.freeze({
  version: { kind: "switch", short: "V", summary: "Show the version." },
  help: helpFlag,
} satisfies FlagTable);

/** What `raycluster --help` prints. */
export function programHelp(commands: readonly CommandSummary[]): string {
  return sections([
    ["raycluster compiles Ray cluster requests into KubeRay RayCluster manifests."],
    ["Usage: raycluster COMMAND [FLAGS]"],
    ["Commands:", ...columns(commands.map(({ name, summary }) => [name, summary]))],
    flagSection(generalFlags),
    [
      "Exit codes:",
      ...columns([
        ["0", "Success, with or without warnings."],
        ["1", "Something differs; only diff, check and --check exit with it."],
        ["2", "The command line is wrong, or a file cannot be read or written."],
        ["3", "A request, settings, the project file or a manifest is invalid."],
        ["70", "A bug in raycluster."],
      ]),
    ],
    ["Try raycluster COMMAND --help for the flags of a command."],
  ]);
}

/** What `raycluster <command> --help` prints. */
export function commandHelp({ name, summary, operands, details, flags }: CommandUsage): string {
  return sections([
    [summary],
    [`Usage: raycluster ${name}${operands === "" ? "" : ` ${operands}`} [FLAGS]`],
    details,
    flagSection(flags),
  ]);
}

function flagSection(flags: FlagTable): readonly string[] {
  return [
    "Flags:",
    ...columns(Object.entries(flags).map(([name, flag]) => [spelling(name, flag), flag.summary])),
  ];
}

function spelling(name: string, flag: ValueFlag | SwitchFlag): string {
  const short = flag.short === undefined ? "    " : `-${flag.short}, `;
  return `${short}--${name}${flag.kind === "value" ? ` ${flag.placeholder}` : ""}`;
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

function sections(parts: readonly (readonly string[])[]): string {
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
