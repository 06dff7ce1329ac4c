import type { Diagnostic, Finding } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/report.ts";
import { showText } from "../diagnostics/show.ts";
import type { JudgedManifests } from "./judge-manifests.ts";
import { judgeManifests } from "./judge-manifests.ts";
import { readTarget } from "./read-target.ts";
import type { ValidateOptions } from "./validate-options.ts";

/** What came of validating. Frozen plain data. */
export interface ValidateResult {
  /** Whether there is no error. */
  readonly ok: boolean;
  /** Errors and warnings in document order; at most 50, and then one that says how many were left out. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many manifests were judged. */
  readonly manifests: number;
  /** How many rules of a given CRD only the API server can judge. */
  readonly unjudged_rules: number;
}

/**
 * Judges manifests of KubeRay that anybody wrote: RayClusters, RayJobs, RayServices and RayCronJobs. Says what the API
 * server refuses or drops, what the operator refuses, what keeps Kubernetes from taking the pods, and what is lawful and
 * surely not meant. Takes a text (`{file, text}`: YAML or JSON, many documents, lists), an object, a list of objects as
 * kubectl prints it, or an array of these. Other kinds are ignored; where nothing is left, that is an error.
 * Never throws and never changes its input; wrong options are diagnostics too.
 */
export function validateManifests(
  input: unknown,
  options?: ValidateOptions | null,
): ValidateResult {
  const read = readTarget(options);
  if (!read.ok) return result(report(read.findings, []), { judged: 0, unjudgedRules: 0 });
  const judged = judgeManifests(input, read);
  const isNothing = judged.judged === 0 && judged.diagnostics.length === 0;
  return result(isNothing ? report([nothing(judged)], []) : judged.diagnostics, judged);
}

function result(
  diagnostics: readonly Diagnostic[],
  { judged, unjudgedRules }: Pick<JudgedManifests, "judged" | "unjudgedRules">,
): ValidateResult {
  return Object.freeze({
    ok: !diagnostics.some(({ severity }) => severity === "error"),
    diagnostics,
    manifests: judged,
    unjudged_rules: unjudgedRules,
  });
}

function nothing({ passedOver }: JudgedManifests): Finding {
  const kinds = passedOver.filter((kind) => kind !== "").slice(0, SHOWN_KINDS);
  const holds = kinds.length === 0 ? "" : ` It has ${kinds.map(showText).join(", ")}.`;
  return {
    code: "foreign-document",
    document: "manifest",
    path: [],
    message: `There is no KubeRay manifest in the input.${holds}`,
    hint: "Pass a RayCluster, a RayJob, a RayService or a RayCronJob.",
  };
}

const SHOWN_KINDS = 5;
