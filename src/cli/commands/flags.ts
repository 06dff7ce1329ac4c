import { parseArgs } from "node:util";
import { defuse } from "../../diagnostics/defuse.ts";
import { closestName } from "../../diagnostics/suggest.ts";
import { foreignFlagHint } from "./foreign-flags.ts";
import { UsageError } from "./usage-error.ts";

/** A flag that takes a value, such as `--output FILE`. */
export interface ValueFlag {
  readonly kind: "value";
  readonly short?: string;
  /** What the value stands for, in capitals. */
  readonly placeholder: string;
  /** Whether it may be given more than once. Default false. */
  readonly repeatable?: boolean;
  /** The only values that there are; any text where left out. */
  readonly choices?: readonly string[];
  readonly summary: string;
}

/** A flag that is there or not, such as `--json`. */
export interface SwitchFlag {
  readonly kind: "switch";
  readonly short?: string;
  readonly summary: string;
}

/** The flags of a command by their long names, in the order in which its help lists them. */
export type FlagTable = Readonly<Record<string, ValueFlag | SwitchFlag>>;

/** What stands on the command line behind the command. */
export interface ParsedArguments<ValueName extends string, SwitchName extends string> {
  /** All of it, as it was given. */
  readonly argv: readonly string[];
  /** Everything that is no flag. */
  readonly operands: readonly string[];
  /** The value of a flag, the last one where it is repeated. */
  readonly value: (name: ValueName) => string | undefined;
  /** Every value of a flag, in order. */
  readonly values: (name: ValueName) => readonly string[];
  readonly isSet: (name: SwitchName) => boolean;
}

/** What a table of flags makes of a command line. */
export type ArgumentsOf<Flags extends FlagTable> = ParsedArguments<
  NamesOf<Flags, "value">,
  NamesOf<Flags, "switch">
>;

type NamesOf<Flags extends FlagTable, Kind> = {
  [Name in keyof Flags & string]: Flags[Name]["kind"] extends Kind ? Name : never;
}[keyof Flags & string];

/** Arguments by a table of flags. Throws a UsageError for what the table does not know or allow. */
export function parseFlags<Flags extends FlagTable>(
  argv: readonly string[],
  flags: Flags,
): ArgumentsOf<Flags> {
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  const switches = new Set<string>();
  for (const token of tokensOf(argv, flags)) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
    if (flag === undefined) throw notAFlag(token.rawName, flags);
    if (flag.kind === "switch") {
      if (token.value !== undefined) throw new UsageError(`--${token.name} takes no value.`);
      switches.add(token.name);
    } else {
      const given = values.get(token.name) ?? [];
      if (given.length > 0 && flag.repeatable !== true) {
        throw new UsageError(`--${token.name} is given twice.`);
      }
      values.set(token.name, [...given, checkedValue(token.name, flag, token)]);
    }
  }
  return {
    argv,
    operands,
    value: (name) => values.get(name)?.at(-1),
    values: (name) => values.get(name) ?? [],
    isSet: (name) => switches.has(name),
  };
}

/** Whether help is asked for. It is given whatever else is wrong with the line. */
export function asksForHelp(argv: readonly string[], flags: FlagTable): boolean {
  return tokensOf(argv, flags).some((token) => token.kind === "option" && token.name === "help");
}

/** The error for a flag that is not among the known ones, given by their long names. */
export function unknownFlag(rawName: string, names: readonly string[]): UsageError {
  const shown = rawName.length > 60 ? `${rawName.slice(0, 59)}…` : rawName;
  const closest = rawName.startsWith("--") ? closestName(rawName.slice(2), names) : undefined;
  const suggestion = closest === undefined ? "" : ` Did you mean --${closest}?`;
  return new UsageError(`there is no flag ${defuse(shown)}.${suggestion}`);
}

function notAFlag(rawName: string, flags: FlagTable): UsageError {
  const hint = foreignFlagHint(rawName, (name) => Object.hasOwn(flags, name));
  if (hint === undefined) return unknownFlag(rawName, Object.keys(flags));
  return new UsageError(`there is no flag ${rawName}. ${hint}`);
}

function tokensOf(argv: readonly string[], flags: FlagTable) {
  const { tokens } = parseArgs({
    args: [...argv],
    options: parseOptions(flags),
    allowPositionals: true,
    // Its own errors are not the project's words.
    strict: false,
    tokens: true,
  });
  return tokens.flatMap<(typeof tokens)[number]>((token) => {
    const { kind, index } = token;
    const argument = argv[index] ?? "";
    if (kind !== "option" || !LINE_OF_INPUT.test(argument)) return [token];
    // The letters of a group have a token each.
    return token.name === ":" ? [{ kind: "positional", index, value: argument }] : [];
  });
}

/** A line of standard input, such as -:12; no flag. */
const LINE_OF_INPUT = /^-:\d+$/;

function parseOptions(flags: FlagTable) {
  return Object.fromEntries(
    Object.entries(flags).map(([name, { kind, short }]) => {
      const type = kind === "switch" ? ("boolean" as const) : ("string" as const);
      return [name, short === undefined ? { type } : { type, short }];
    }),
  );
}

function checkedValue(
  name: string,
  flag: ValueFlag,
  token: { readonly value?: string | undefined; readonly inlineValue?: boolean | undefined },
): string {
  const { value, inlineValue } = token;
  const looksLikeFlag = inlineValue === false && value !== "-" && value?.startsWith("-") === true;
  if (value === undefined || looksLikeFlag) {
    throw new UsageError(`--${name} needs a value: --${name}=${flag.placeholder}.`);
  }
  if (flag.choices?.includes(value) === false) {
    const shown = defuse(value.slice(0, 60));
    const closest = closestName(value, flag.choices);
    const suggestion = closest === undefined ? "" : ` Did you mean ${closest}?`;
    throw new UsageError(
      `--${name} ${shown} is not one of ${flag.choices.join(", ")}.${suggestion}`,
    );
  }
  return value;
}
