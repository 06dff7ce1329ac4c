import type { Diagnostic, Finding } from "../diagnostics/diagnostic.ts";
import { errorsAmong } from "../diagnostics/errors-among.ts";
import type { ReportPart } from "../diagnostics/in-document-order.ts";
import { isObject, ownText } from "../diagnostics/own-field.ts";
import type { Path } from "../diagnostics/path.ts";
import { formatPointer } from "../diagnostics/path.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import { reportParts } from "../diagnostics/report.ts";
import { severityOf } from "../diagnostics/severity-of.ts";
import { manifestDocuments } from "./manifest-documents.ts";
import type { NameRegister } from "./name-register.ts";
import { createNameRegister } from "./name-register.ts";
import type { ReadTarget } from "./read-target.ts";
import { isKuberayManifest, validateManifest } from "./validate-manifest.ts";

/** What came of judging an input. */
export interface JudgedManifests {
  readonly diagnostics: readonly Diagnostic[];
  /** How many objects were judged. */
  readonly judged: number;
  /** How many of them have an error. */
  readonly invalid: number;
  /** The kinds of the objects that were ignored, each once; empty text where there is none. */
  readonly passedOver: readonly string[];
  /** Whether a part of it could not be read. */
  readonly isUnreadable: boolean;
  /** How many rules of a CRD that was given nobody but an API server judges. */
  readonly unjudgedRules: number;
}

/**
 * Judges every manifest of KubeRay in a text, an object or a list of either, for one target, and ignores all else.
 * Never throws; takes time in proportion to the input.
 */
export function judgeManifests(
  input: unknown,
  { target, crds, strict }: Extract<ReadTarget, { readonly ok: true }>,
): JudgedManifests {
  const parts: ReportPart[] = [];
  const passedOver = new Set<string>();
  const judgedKinds = new Map<string, number>();
  let judged = 0;
  let invalid = 0;
  let isUnreadable = false;
  const names = new Map<number, NameRegister>();
  for (const { source, objects, part } of manifestDocuments(input)) {
    const register = names.get(part) ?? createNameRegister(target.kuberay);
    names.set(part, register);
    const manifests = objects.flatMap(({ path, data }) =>
      isKuberayManifest(data) ? [{ path, data }] : [],
    );
    for (const { data } of objects) if (!isKuberayManifest(data)) passedOver.add(kindOf(data));
    const unread = errorsAmong(source.findings);
    if (unread.length > 0) isUnreadable = true;
    else if (manifests.length === 0) continue;
    // What could not be read is then missing, which is not said again.
    const told = new Set(unread.map(({ path }) => formatPointer(path)));
    const findings = [...source.findings];
    for (const { path, data } of manifests) {
      judged++;
      const [kind, version] = [ownText(data, "kind") ?? "", ownText(data, "apiVersion") ?? ""];
      judgedKinds.set(`${kind} ${version}`, crds.unjudgedRules(kind, version));
      const found = [...validateManifest(data, target), ...register.register(data)];
      if (found.some((finding) => strict || severityOf(finding) === "error")) invalid++;
      const placed = found.map((finding) => below(path, finding));
      for (const finding of placed) {
        if (!told.has(formatPointer(finding.path))) findings.push(finding);
      }
    }
    parts.push({ findings, sources: [source] });
  }
  return {
    diagnostics: reportParts(parts, { strict }),
    judged,
    invalid,
    passedOver: [...passedOver],
    isUnreadable,
    unjudgedRules: [...judgedKinds.values()].reduce((sum, rules) => sum + rules, 0),
  };
}

/** A finding on an object that stands in a list. */
function below(path: Path, finding: Finding): Finding {
  const related = finding.related?.map((place) => ({ ...place, path: [...path, ...place.path] }));
  return {
    ...finding,
    path: [...path, ...finding.path],
    ...(related === undefined ? {} : { related }),
  };
}

function kindOf(data: PlainData): string {
  return isObject(data) ? (ownText(data, "kind") ?? "") : "";
}
