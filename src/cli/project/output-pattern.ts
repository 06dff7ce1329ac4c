/** What a pattern of output names is filled with. */
export interface OutputNameParts {
  /** After the request: `train` for `train.yaml` and for `train/request.yaml`. */
  readonly name: string;
  /** Below the folder that all globs of the target have in common; empty there. */
  readonly folder: string;
  readonly target: string;
}

const PLACEHOLDERS: readonly (keyof OutputNameParts)[] = Object.freeze([
  "name",
  "folder",
  "target",
]);
const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Why a text is no pattern of output names, as a sentence, or undefined. */
export function outputPatternProblem(pattern: string): string | undefined {
  for (const [whole, name = ""] of pattern.matchAll(PLACEHOLDER)) {
    if (PLACEHOLDERS.some((known) => known === name)) continue;
    return `It has ${whole}; the placeholders are ${PLACEHOLDERS.map((known) => `{${known}}`).join(", ")}.`;
  }
  const plain = pattern.replace(PLACEHOLDER, "x");
  if (/[{}]/.test(plain)) return "It has a single brace.";
  if (plain.startsWith("/")) return "It begins with a slash, but it is relative to output_dir.";
  const segments = plain.split("/");
  if (segments.at(-1) === "") return "It does not name a file.";
  return segments.some((segment) => segment.startsWith("."))
    ? "A part of it begins with a dot."
    : undefined;
}

/** The path of an output in its folder, which ends with `.yaml` or `.yml`. */
export function fillOutputPattern(pattern: string, parts: OutputNameParts): string {
  const filled = pattern.replace(PLACEHOLDER, (whole, name: string) => {
    const placeholder = PLACEHOLDERS.find((known) => known === name);
    return placeholder === undefined ? whole : parts[placeholder];
  });
  const path = filled
    .split("/")
    .filter((segment) => segment !== "")
    .join("/");
  return /\.ya?ml$/.test(pattern) ? path : `${path}.yaml`;
}
