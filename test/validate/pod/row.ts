import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import type { Setting } from "./check.ts";

/** What is said of a sound template, of a faulty one, and where. */
export type Row = readonly [
  code: string,
  path: string,
  ok: PlainObject,
  bad: PlainObject,
  /** Where both stand. */
  setting?: Setting | undefined,
  /** Where the faulty one stands, if only that makes it so. */
  badSetting?: Setting,
];
