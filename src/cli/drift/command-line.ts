/** Arguments as a POSIX shell reads them; the program comes first. */
export function commandLine(argv: readonly string[]): string {
  return argv.map(quoted).join(" ");
}

/** A run's own arguments without some switches, which it has given by their long names. */
export function withoutSwitches(
  argv: readonly string[],
  switches: readonly string[],
): readonly string[] {
  const end = argv.indexOf("--");
  return argv.filter(
    (argument, index) => (end !== -1 && index > end) || !switches.includes(argument),
  );
}

function quoted(argument: string): string {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(argument)) return argument;
  return `'${argument.replaceAll("'", "'\\''")}'`;
}
