import type { ApiType } from "../../api/api-type.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import { mostSevere } from "../../kuberay/effects/effects.ts";
import { formatVersion } from "../../kuberay/version.ts";
import { clusterTotals } from "./cluster-totals.ts";
import { formatDiffPath } from "./diff-path.ts";
import { displayPath } from "./display-path.ts";
import type { ComparisonTarget } from "./find-changes.ts";
import { findChanges } from "./find-changes.ts";
import type { JudgedSide } from "./judge-side.ts";
import type { ComparedManifests, Refusal } from "./manifest-diff.ts";

/** What a pair is compared for. */
export interface CompareContext extends ComparisonTarget {
  readonly title: string;
  /** Where the release comes from. */
  readonly kuberayVersionFrom?: string;
}

/** Compares two objects of the kinds that KubeRay looks after, either of which may not be there. */
export function compareClusters(
  old: PlainObject | undefined,
  current: PlainObject | undefined,
  context: CompareContext,
): ComparedManifests {
  const { target, release, kuberayVersionFrom: from } = context;
  const found = findChanges(old, current, context);
  const { before, after, kind, root } = found;
  const [changes, spelling] = [found.changes(), found.spelling()];
  const same = changes.length === 0;
  const refusals = after?.refusals ?? [];
  const isRefused = !same && refusals.length > 0;
  const effects = [...changes, ...spelling].map(({ effect }) => effect);
  const told = (refusal: Finding) => describeRefusal(refusal, after?.data ?? null, root);
  return {
    ok: true,
    title: context.title,
    kind,
    kuberay_version: formatVersion(target.kuberay),
    ...(from === undefined ? {} : { kuberay_version_from: from }),
    presence: presenceOf(before, after),
    same,
    effect: isRefused ? "rejected" : mostSevere(effects),
    changes,
    refusals: refusals.map(told),
    pod_refusals: (after?.podBreaches ?? []).map(told),
    dropped: (after?.dropped ?? []).map(told),
    spelling,
    totals: {
      before: before === undefined ? null : clusterTotals(before, release),
      after: after === undefined ? null : clusterTotals(after, release),
    },
    diagnostics: [],
  };
}

function describeRefusal(
  { code, path, message }: Finding,
  data: PlainData,
  root: ApiType,
): Refusal {
  return { code, path: formatDiffPath(displayPath(path, data, root)), message };
}

function presenceOf(
  before: JudgedSide | undefined,
  after: JudgedSide | undefined,
): ComparedManifests["presence"] {
  if (before === undefined) return after === undefined ? "neither" : "created";
  return after === undefined ? "deleted" : "both";
}
