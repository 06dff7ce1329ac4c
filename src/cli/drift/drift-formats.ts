import { diagnosticAnnotation, githubLog } from "../formats/format-github.ts";
import { diagnosticResult, diagnosticRules } from "../formats/format-sarif.ts";
import type { Annotation } from "../formats/github-annotations.ts";
import { githubAnnotations } from "../formats/github-annotations.ts";
import { printHarmlessJson } from "../formats/print-harmless-json.ts";
import type { SarifRule } from "../formats/sarif-log.ts";
import { sarifLog } from "../formats/sarif-log.ts";
import { summarise } from "../formats/summarise.ts";
import type { Drift, DriftKind } from "./drift.ts";
import { describeDrift, describeKept } from "./drift.ts";
import type { DriftReport } from "./drift-report.ts";
import { cureOf, exactDiff } from "./drift-report.ts";
import { driftText, keptText } from "./drift-text.ts";

/**
 * All that a run over output files has to tell, as one document that ends with a line break. Pure. `way` leads from the root of
 * the repository to the working folder.
 */
export type DriftFormat = (report: DriftReport, way: string) => string;

/** The formats of `--format` for programs; as text, drift and diagnostics go to different streams. */
export const driftFormats: ReadonlyMap<string, DriftFormat> = new Map([
  ["json", driftJson],
  ["github", driftGithub],
  ["sarif", driftSarif],
]);

const statuses = Object.freeze({
  missing: "missing",
  meaning: "different",
  spelling: "different",
  "no-manifest": "different",
  orphan: "orphan",
} as const satisfies Readonly<Record<DriftKind, string>>);

function driftJson(report: DriftReport): string {
  const { diagnostics, drifts, kept, changed, counts, cures, diff } = report;
  return printHarmlessJson({
    diagnostics,
    drift: drifts.map((drift) => ({
      status: statuses[drift.kind],
      path: drift.file,
      target: drift.target,
      difference: statuses[drift.kind] === "different" ? drift.kind : undefined,
      message: describeDrift(drift),
      cure: cureOf(drift, cures),
      diff: diff ? exactDiff(drift) : undefined,
    })),
    kept: kept.map((each) => ({
      path: each.file,
      target: each.target,
      reason: each.reason,
      message: describeKept(each),
    })),
    ...changed,
    counts: Object.fromEntries(counts),
  });
}

function driftGithub(report: DriftReport, way: string): string {
  const { diagnostics, texts, drifts, severity, cures, counts } = report;
  const annotations = [
    ...diagnostics.map(diagnosticAnnotation),
    ...drifts.map(
      (drift): Annotation => ({
        severity,
        title: `${statuses[drift.kind]} manifest`,
        lines: [describeDrift(drift), `To update: ${cureOf(drift, cures)}`],
        place: { file: drift.file },
      }),
    ),
  ];
  const byFile = new Map(texts.map(({ file, text }) => [file, text]));
  return [
    githubAnnotations(annotations, way),
    githubLog(diagnostics, { texts: byFile }),
    driftText(report),
    keptText(report),
    counts.length === 0 ? "" : summarise(counts),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

const driftRules: readonly SarifRule[] = Object.freeze([
  {
    id: "missing-manifest",
    summary: "Every compiled manifest exists.",
    severity: "error",
  },
  {
    id: "different-manifest",
    summary: "Every manifest matches what the compiler would write.",
    severity: "error",
  },
  {
    id: "orphan-manifest",
    summary: "Every compiled manifest has its request.",
    severity: "error",
  },
  {
    id: "kept-manifest",
    summary: "An output folder contains only compiled manifests.",
    severity: "warning",
  },
]);

function driftSarif(report: DriftReport, way: string): string {
  const { diagnostics, drifts, kept, severity, cures } = report;
  return sarifLog(
    [...diagnosticRules(), ...driftRules],
    [
      ...diagnostics.map(diagnosticResult),
      ...drifts.map((drift: Drift) => ({
        ruleId: `${statuses[drift.kind]}-manifest`,
        severity,
        message: `${describeDrift(drift)} To update: ${cureOf(drift, cures)}`,
        place: { file: drift.file },
      })),
      ...kept.map((each) => ({
        ruleId: "kept-manifest",
        severity: "warning" as const,
        message: describeKept(each),
        place: { file: each.file },
      })),
    ],
    way,
  );
}
