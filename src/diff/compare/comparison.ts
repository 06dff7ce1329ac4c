import type { PlainData } from "../../diagnostics/plain-data.ts";
import type { FieldChange } from "../../kuberay/effects/field-rule.ts";
import type { DiffPath } from "./diff-path.ts";
import type { SpellingCause } from "./manifest-diff.ts";

/** Two values of one place; undefined if there is none. */
export interface Pair {
  readonly before: PlainData | undefined;
  readonly after: PlainData | undefined;
}

/** A place where two manifests do not mean the same, before anybody says what it does. */
export interface Difference extends FieldChange {
  /** How reports call the place. */
  readonly display: DiffPath;
}

/** A place where two manifests are written differently and mean the same. */
export interface Respelling extends Difference {
  readonly cause: SpellingCause;
}

/** What a comparison has found so far. */
export interface Comparison {
  readonly differences: Difference[];
  readonly respellings: Respelling[];
}
