import { uncarriedCodePoint } from "../../diagnostics/carried-text.ts";

const MAXIMUM_LENGTH = 4_096;

/** Why a text is no path to mount a volume at: a sentence about "It". Source: Kubernetes, ValidateVolumeMounts. */
export function mountPathProblem(text: string): string | undefined {
  if (!text.startsWith("/")) return 'It must start with "/".';
  if (text.includes(":")) return 'It must not contain ":".';
  return pathProblem(text);
}

/** A path without a slash at its end: `/data/` and `/data` are one folder. */
export function bareMountPath(text: string): string {
  return text.replace(/(?<=.)\/$/, "");
}

/** Why a text is no path within a volume: a sentence about "It". Source: Kubernetes, ValidateVolumeMounts. */
export function subPathProblem(text: string): string | undefined {
  if (text === "") return "It must not be empty.";
  if (text.startsWith("/")) return "It must be relative.";
  if (text.split("/").includes("..")) return 'It must not contain "..".';
  return pathProblem(text);
}

function pathProblem(text: string): string | undefined {
  if (text.length > MAXIMUM_LENGTH) return `It must be at most ${MAXIMUM_LENGTH} characters long.`;
  if (uncarriedCodePoint(text) !== undefined) return "It must not contain control characters.";
  return undefined;
}
