import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import type { Change } from "../diff/compare/manifest-diff.ts";
import type { DeploymentSettings } from "../model/settings/settings.ts";
import type { ImportNote } from "./import-notes.ts";

/** The outcome of an import: plain data, safe to pass to `JSON.stringify`. */
export type ImportResult = Imported | NotImported;

/** A request that was made of a manifest. */
export interface Imported {
  readonly ok: true;
  /** A RayClusterRequest if it compiles; if it does not, `diagnostics` say what is wrong with it. */
  readonly request: PlainObject;
  /** The settings that it needs; those that were given are not among them. Empty if the defaults are enough. */
  readonly settings: DeploymentSettings;
  /** Whether both compile to what the manifest means. */
  readonly same: boolean;
  /** Where they do not: from the manifest to what is compiled. */
  readonly changes: readonly Change[];
  /** What was left out, assumed or refused, and why. */
  readonly notes: readonly ImportNote[];
  /** What compiling says of the request: errors if it does not compile, otherwise warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The input is not a RayCluster, or the options are wrong. */
export interface NotImported {
  readonly ok: false;
  /** Errors of the manifest, the settings and the options. */
  readonly diagnostics: readonly Diagnostic[];
}
