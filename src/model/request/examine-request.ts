import type { Finding, Source } from "../../diagnostics/diagnostic.ts";
import { asTextDocument } from "../../diagnostics/text-document.ts";
import { fieldFindings } from "../field-findings.ts";
import type { ForeignDocument } from "../foreign-document.ts";
import {
  foreignRequest,
  foreignToRequests,
  listFinding,
  refusedSource,
} from "../foreign-document.ts";
import { secondDocument, unfinishedText } from "../text-marks.ts";
import type { Validated } from "../validated.ts";
import type { RayClusterRequest } from "./request.ts";
import { validateRequest } from "./validate-request.ts";

/** A request that was read, field by field. */
export interface ExaminedRequest {
  /** Without data where the whole is something else. */
  readonly source: Source;
  readonly validated: Validated<RayClusterRequest>;
  readonly findings: readonly Finding[];
  /** What the whole is, where it is something else. */
  readonly foreign?: ForeignDocument;
}

/** Judges a request that was read from an input. A document that is something else is one finding and nothing more. */
export function examineRequest(input: unknown, source: Source): ExaminedRequest {
  const foreign = foreignToRequests(source.data);
  if (foreign !== undefined) return { ...refused(source, foreignRequest(foreign)), foreign };
  if (Array.isArray(source.data)) {
    return refused(source, listFinding(source.data.length));
  }
  const validated = validateRequest(source.data);
  const findings = fieldFindings(source, validated);
  const text = asTextDocument(input);
  const whole =
    text === undefined
      ? undefined
      : (unfinishedText(text, source, findings) ?? secondDocument(text, findings));
  return whole === undefined ? { source, validated, findings } : refused(source, whole);
}

function refused(source: Source, finding: Finding): ExaminedRequest {
  return {
    source: refusedSource(source, finding),
    validated: { ok: false, findings: [], salvaged: {}, explained: [] },
    findings: [finding],
  };
}
