import { UsageError } from "./usage-error.ts";

/** kubectl and helm take a format behind `-o`; here it would be a file of that name. Throws a UsageError. */
export function refuseFormatName(output: string | undefined): void {
  const name = output?.toLowerCase();
  if (name !== "json" && name !== "yaml" && name !== "yml") return;
  const flag = name === "json" ? "For JSON, use --json" : "The output is YAML by default";
  throw new UsageError(
    `--output takes a file, not a format. ${flag}; for a file with that name, use ./${output}.`,
  );
}
