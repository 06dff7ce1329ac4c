import type { Finding, Source } from "../../diagnostics/diagnostic.ts";
import { asTextDocument } from "../../diagnostics/text-document.ts";
import { fieldFindings } from "../field-findings.ts";
import { refusedSource } from "../foreign-document.ts";
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
}

/** Judges settings that were read from an input. A text that is not filled in yet is one finding and nothing more. */
export function examineSettings(
  input: unknown,
  source: Source,
  layers: readonly unknown[] = [],
): ExaminedSettings {
  const validated = validateSettings(source.data);
  const findings = fieldFindings(source, validated);
  const texts = validated.ok ? [] : [input, ...layers].map(asTextDocument);
  const whole = texts
    .map((text) => (text === undefined ? undefined : unfinishedText(text, source, findings)))
    .find((finding) => finding !== undefined);
  if (whole === undefined) return { source, validated, findings };
  return {
    source: refusedSource(source, whole),
    validated: { ok: false, findings: [], salvaged: {}, explained: [] },
    findings: [whole],
  };
}
