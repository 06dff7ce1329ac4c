import type { DocumentName, Finding, Source } from "../diagnostics/diagnostic.ts";
import { asTextDocument } from "../diagnostics/text-document.ts";
import type * as z from "./schema-language.ts";

/** A document that was read and examined: nothing is found in it. */
export interface SoundDocument<T> {
  readonly source: Source;
  readonly validated: { readonly ok: true; readonly value: T };
  readonly findings: readonly Finding[];
}

/**
 * A document that is plainly sound, as the objects of most programs are: read and examined in one walk. Undefined for texts, and
 * for all others, which are for `readSource` and the document's own examination to judge. Never throws.
 */
export function soundDocument<T>(
  schema: z.Schema<T>,
  document: DocumentName,
  input: unknown,
): SoundDocument<T> | undefined {
  const value = asTextDocument(input) === undefined ? schema.soundCopy(input) : undefined;
  if (value === undefined) return undefined;
  const source = { document, data: value, findings: NO_FINDINGS };
  return { source, validated: { ok: true, value }, findings: NO_FINDINGS };
}

const NO_FINDINGS: readonly Finding[] = Object.freeze([]);
