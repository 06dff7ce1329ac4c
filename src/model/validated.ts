import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Loose } from "./loose.ts";
import type { ExplainedPlace } from "./unknown-keys/explain-unknown-keys.ts";

/** One document after validation: typed where it is sound, else every mistake of a single field and what is left. */
export type Validated<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly findings: readonly Finding[];
      readonly salvaged: Loose<T>;
      /** Fields that are not where they belong but, as the findings say, under other names or elsewhere. */
      readonly explained: readonly ExplainedPlace[];
    };
