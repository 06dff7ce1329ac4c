import type { InputName } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";

/** Why a value of the manifest is what it is. At least one input, or a reason, or both. */
export interface Origin {
  /** The fields of the two documents that decided it. */
  readonly inputs: readonly { readonly document: InputName; readonly path: Path }[];
  /** A sentence: what was made of the inputs, or the rule that set the value by itself. */
  readonly reason?: string;
  /** What lies below the value lies below the first input likewise, as in a map that users fill. */
  readonly follows?: true;
}

/** Takes down origins while a manifest is built. Where there is none, nothing is taken down and nothing is paid. */
export interface Trace {
  /** The origins of an object's members, by key. An origin holds for all that lies below, unless a nearer one does. */
  readonly mark: (object: object, origins: Readonly<Record<string, Origin>>) => void;
  /** The origin of the value at a path below an object, or of the nearest value above it; undefined where none is known. */
  readonly originOf: (root: object, path: Path) => Origin | undefined;
}

/** A value that is a field of the request. */
export function fromRequest(path: Path, reason?: string): Origin {
  return { inputs: [{ document: "request", path }], ...(reason === undefined ? {} : { reason }) };
}

/** A value that is a field of the settings. */
export function fromSettings(path: Path, reason?: string): Origin {
  return { inputs: [{ document: "settings", path }], ...(reason === undefined ? {} : { reason }) };
}

/** A map or list that users fill: what lies below it has its own field there. */
export function filledBy(document: InputName, path: Path): Origin {
  return { inputs: [{ document, path }], follows: true };
}

/** A value that no input decides. */
export function byRule(reason: string): Origin {
  return { inputs: [], reason };
}
