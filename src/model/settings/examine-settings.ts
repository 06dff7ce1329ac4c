import type { Finding, Source } from "../../diagnostics/diagnostic.ts";
import { asTextDocument } from "../../diagnostics/text-document.ts";
import { readSource } from "../../yaml/read-source.ts";
import { fieldFindings } from "../field-findings.ts";
import type { ForeignDocument } from "../foreign-document.ts";
import { foreignToSettings, refusedSource } from "../foreign-document.ts";
import { unfinishedText } from "../text-marks.ts";
import type { Validated } from "../validated.ts";
import type { DeploymentSettings } from "./settings.ts";
import { validateSettings } from "./validate-settings.ts";

/** Settings that were read, field by field. */
export interface ExaminedSettings {
  /** Without data where the whole is a template. */
  readonly source: Source;
  readonly validated: Validated<DeploymentSettings>;
  readonly findings: readonly Finding[];
  /** What the whole is, where no setting is found in it. */
  readonly foreign?: ForeignDocument | undefined;
}

/** Judges settings that were read from an input. A text that is not filled in yet is one finding and nothing more. */
export function examineSettings(
  input: unknown,
  source: Source,
  layers: readonly unknown[] = [],
): ExaminedSettings {
  const validated = validateSettings(source.data);
  const findings = fieldFindings(source, validated);
  const whole = validated.ok ? undefined : unfinishedIn([input, ...layers], source, findings);
  if (whole === undefined) {
    return { source, validated, findings, foreign: foreignIn(input, findings) };
  }
  return {
    source: refusedSource(source, whole),
    validated: { ok: false, findings: [], salvaged: {}, explained: [] },
    findings: [whole],
  };
}

function unfinishedIn(
  inputs: readonly unknown[],
  source: Source,
  findings: readonly Finding[],
): Finding | undefined {
  return inputs
    .map(asTextDocument)
    .map((text) => (text === undefined ? undefined : unfinishedText(text, source, findings)))
    .find((finding) => finding !== undefined);
}

/** Reads all that was given once more, keys of others included: only where it matters. */
function foreignIn(input: unknown, findings: readonly Finding[]): ForeignDocument | undefined {
  if (!findings.some(({ code }) => code === "settings-not-found")) return undefined;
  return foreignToSettings(readSource(input, "settings").data);
}
