import { showText } from "../diagnostics/show.ts";

/** Two to four numbers with dots, perhaps behind a `v`; a suffix such as `-rc.1`, `.post1` or `-py310` is tolerated. */
const VERSION =
  /^v?(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?(?:[-+.]?[A-Za-z][-+.A-Za-z0-9]*|\.\d[-+.A-Za-z0-9]*|[-+][-+.A-Za-z0-9]*)?$/;

/** A version's numbers; a suffix is not kept, so that 2.9.0-rc.1 counts as 2.9.0. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** `2.9.3`, `v1.4.2`, `2.52.0-py310` -> numbers; undefined for what is no version, such as `nightly` or `2`. */
export function parseVersion(text: string): Version | undefined {
  const match = text.length > 64 ? null : VERSION.exec(text);
  if (match === null) return undefined;
  return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3] ?? 0) };
}

/** Why a text is no version, or undefined. */
export function versionProblem(text: string): string | undefined {
  if (text.length <= 64 && VERSION.test(text)) return undefined;
  if (text.length > 64) return "It is longer than 64 characters.";
  if (/^v?\d+$/.test(text)) return `It needs a second number, such as ${showText(`${text}.0`)}.`;
  return "It must be numbers with dots.";
}

/** Whether a version is at least `major.minor.patch`. */
export function isAtLeast(version: Version, major: number, minor: number, patch = 0): boolean {
  if (version.major !== major) return version.major > major;
  if (version.minor !== minor) return version.minor > minor;
  return version.patch >= patch;
}

/** Whether a version is at least another one. */
export function isAtOrAfter(version: Version, { major, minor, patch }: Version): boolean {
  return isAtLeast(version, major, minor, patch);
}

/** Whether a version is of a later minor release than another one. */
export function isLaterMinor(version: Version, than: Version): boolean {
  return isAtLeast(version, than.major, than.minor + 1);
}

/** A version as it is written, without the v in front. */
export function withoutV(text: string): string {
  return text.replace(/^v/, "");
}

/** `1.4`: without the patch, as releases are called. */
export function formatMinor({ major, minor }: Version): string {
  return `${major}.${minor}`;
}

/** `1.4.2`: the numbers alone. */
export function formatVersion(version: Version): string {
  return `${version.major}.${version.minor}.${version.patch}`;
}
