/** One reading of a glob without braces: a folder to begin with, and what to match below it. */
export interface GlobPath {
  /** Relative, unless it begins with a slash; empty for the folder that the glob is relative to. */
  readonly base: string;
  /** At least one. Each is a name with wildcards, or `**` for any number of folders, which is never the last. */
  readonly segments: readonly string[];
}

export const MAXIMUM_GLOB_LENGTH = 1_000;
const MAXIMUM_READINGS = 256;

/**
 * Why a text is no glob, as a sentence, or undefined. A glob is a path with slashes in which `*` stands for any part of
 * a name, `?` for one character of it, `**` for any number of folders and `{a,b}` for either text.
 */
export function globProblem(glob: string): string | undefined {
  if (glob.length > MAXIMUM_GLOB_LENGTH)
    return `It is longer than ${MAXIMUM_GLOB_LENGTH} characters.`;
  if (glob.startsWith("!")) return "A glob cannot exclude files.";
  const depth = braceDepths(glob);
  if (depth.some((value) => value < 0)) return "It closes a brace that was not opened.";
  if ((depth.at(-1) ?? 0) > 0) return "It opens a brace and does not close it.";
  if (countReadings(glob) > MAXIMUM_READINGS) {
    return `Its braces expand to more than ${MAXIMUM_READINGS} paths.`;
  }
  const readings = expandBraces(glob);
  if (readings.some((path) => path === "" || path.endsWith("/"))) return "It does not name a file.";
  const climbs = readings.some((path) => path.split("/").some(isClimb));
  return climbs ? "It has .. after a wildcard, or ends with dots." : undefined;
}

/** Every reading of a glob that has no problem. */
export function parseGlob(glob: string): readonly GlobPath[] {
  return [...new Set(expandBraces(glob))].map(parseReading);
}

/** Whether a name fits a segment other than `**`. Hidden names fit only a segment that begins with a dot, too. */
export function fitsSegment(name: string, segment: string): boolean {
  if (name.startsWith(".") && !segment.startsWith(".")) return false;
  if (name === "node_modules") return segment === name;
  return fits([...name], [...segment]);
}

function isClimb(segment: string, index: number, segments: readonly string[]): boolean {
  const isLast = index === segments.length - 1;
  if (segment === "." || segment === "..") {
    return isLast || (segment === ".." && segments.slice(0, index).some(hasWildcard));
  }
  return false;
}

function hasWildcard(segment: string): boolean {
  return /[*?]/.test(segment);
}

function parseReading(path: string): GlobPath {
  const all = path
    .split("/")
    .filter((segment) => segment !== "" && segment !== ".")
    // Any number of folders, and then any number of folders: that is said once.
    .filter((segment, index, named) => segment !== "**" || named[index - 1] !== "**");
  const wild = all.findIndex(hasWildcard);
  const from = wild === -1 ? all.length - 1 : wild;
  const base = all.slice(0, from).join("/");
  const segments = all.slice(from);
  return {
    base: path.startsWith("/") ? `/${base}` : base,
    // Behind ** any file will do.
    segments: segments.at(-1) === "**" ? [...segments, "*"] : segments,
  };
}

/** How many braces are open behind each character. */
function braceDepths(text: string): readonly number[] {
  let depth = 0;
  return Array.from(text, (character) => {
    if (character === "{") depth++;
    if (character === "}") depth--;
    return depth;
  });
}

/** The first pair of braces: what stands before, the texts between its commas, and what stands behind. */
interface Braces {
  readonly before: string;
  readonly choices: readonly string[];
  readonly behind: string;
}

function firstBraces(text: string): Braces | undefined {
  const open = text.indexOf("{");
  if (open === -1) return undefined;
  const choices: string[] = [];
  let [depth, start] = [0, open + 1];
  for (let index = open; index < text.length; index++) {
    const character = text[index];
    if (character === "{") depth++;
    if (character === "}") depth--;
    if (depth === 0 || (depth === 1 && character === ",")) {
      choices.push(text.slice(start, index));
      start = index + 1;
    }
    if (depth === 0) break;
  }
  return { before: text.slice(0, open), choices, behind: text.slice(start) };
}

function countReadings(text: string): number {
  const braces = firstBraces(text);
  if (braces === undefined) return 1;
  const choices = braces.choices.reduce((sum, choice) => sum + countReadings(choice), 0);
  return choices * countReadings(braces.behind);
}

function expandBraces(text: string): readonly string[] {
  const braces = firstBraces(text);
  if (braces === undefined) return [text];
  const rests = expandBraces(braces.behind);
  return braces.choices
    .flatMap(expandBraces)
    .flatMap((choice) => rests.map((rest) => braces.before + choice + rest));
}

/** Tries the last `*` again, a character further, wherever it gets stuck: never more than name times segment steps. */
function fits(name: readonly string[], segment: readonly string[]): boolean {
  let [inName, inSegment] = [0, 0];
  let [star, starInName] = [-1, 0];
  while (inName < name.length) {
    const wanted = segment[inSegment];
    if (wanted === "*") {
      star = inSegment++;
      starInName = inName;
    } else if (wanted === "?" || wanted === name[inName]) {
      inSegment++;
      inName++;
    } else if (star !== -1) {
      inSegment = star + 1;
      inName = ++starInName;
    } else {
      return false;
    }
  }
  return segment.slice(inSegment).every((rest) => rest === "*");
}
