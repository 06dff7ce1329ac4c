/** Arguments as a POSIX shell reads them; the program comes first. */
export function commandLine(argv: readonly string[]): string {
  return argv.map(quoted).join(" ");
}

export interface LeftOutFlags {
  /** By their long names, such as `--diff`. */
  readonly switches: readonly string[];
  /** Flags that take a value. */
  readonly values: readonly string[];
}

/** What a command that reports drift takes and a command that ends it does not need. */
export const reportFlags: LeftOutFlags = Object.freeze({
  switches: ["--check", "--diff", "--color", "--no-color", "--watch"],
  values: ["--format"],
});

/** A run's own arguments without some flags, which it has given by their long names. */
export function withoutFlags(
  argv: readonly string[],
  { switches, values }: LeftOutFlags,
): readonly string[] {
  const given = argv.indexOf("--");
  const end = given === -1 ? argv.length : given;
  const isLeftOut = (argument: string, index: number) =>
    switches.includes(argument) ||
    values.includes(argument) ||
    values.includes(argv[index - 1] ?? "") ||
    values.some((name) => argument.startsWith(`${name}=`));
  return argv.filter((argument, index) => index >= end || !isLeftOut(argument, index));
}

function quoted(argument: string): string {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(argument)) return argument;
  return `'${argument.replaceAll("'", "'\\''")}'`;
}
