import type { ApiType } from "../../api/api-type.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { Consequence } from "../../kuberay/effects/field-rule.ts";
import { serviceSwitch } from "../../kuberay/effects/service-switch.ts";
import { creationOf, deletion } from "../../kuberay/effects/whole-object.ts";
import type { KuberayRelease } from "../../kuberay/kuberay-release.ts";
import type { ManifestKind } from "../../kuberay/views/manifest-view.ts";
import type { ValidationTarget } from "../../validate/validation-target.ts";
import type { ChangeContext } from "./change-context.ts";
import { classifyChange } from "./classify-change.ts";
import { compareValues } from "./compare-values.ts";
import type { Comparison, Difference } from "./comparison.ts";
import { formatDiffPath } from "./diff-path.ts";
import type { JudgedSide } from "./judge-side.ts";
import { judgeSide } from "./judge-side.ts";
import type { Change, SpellingDifference } from "./manifest-diff.ts";
import { differenceAt, rootPlace } from "./place.ts";
import { settleEquivalents } from "./settle-equivalents.ts";
import { sides } from "./sides.ts";
import { describeRespelling } from "./spelling.ts";
import { storedRoot } from "./stored-api.ts";
import { storedChanges } from "./stored-changes.ts";
import { textEffect } from "./text-effect.ts";

/** The release that a pair is compared for. */
export interface ComparisonTarget {
  readonly target: ValidationTarget;
  readonly release: KuberayRelease;
}

/** What differs between two objects. What that does is found when it is asked for: most of the work. */
export interface FoundChanges {
  readonly before: JudgedSide | undefined;
  readonly after: JudgedSide | undefined;
  /** Of the new object, or of the old one if there is no new one. */
  readonly kind: ManifestKind;
  readonly root: ApiType;
  readonly differences: readonly Difference[];
  readonly changes: () => readonly Change[];
  readonly spelling: () => readonly SpellingDifference[];
}

/** Compares two objects of the kinds that KubeRay looks after, either of which may not be there. */
export function findChanges(
  old: PlainObject | undefined,
  current: PlainObject | undefined,
  context: ComparisonTarget,
): FoundChanges {
  const { target } = context;
  const [before, after] = [old, current].map((data) => data && judgeSide(data, target));
  const kind = (after ?? before)?.view.kind ?? "RayCluster";
  const root = storedRoot(kind, target) ?? ANY;
  const found =
    before?.view.kind === kind && after
      ? compareBoth(before, after, root, context)
      : compareOne(before, after);
  return { before, after, kind, root, ...found };
}

/** Of a kind that the release lacks. */
const ANY: ApiType = Object.freeze({ kind: "any" });

type Findings = Pick<FoundChanges, "differences" | "changes" | "spelling">;

function compareBoth(
  before: JudgedSide,
  after: JudgedSide,
  root: ApiType,
  { release, target }: ComparisonTarget,
): Findings {
  const comparison: Comparison = { differences: [], respellings: [] };
  compareValues(root, { before: before.data, after: after.data }, rootPlace, comparison);
  const known = { target, release, before, after, root };
  const settled = settleEquivalents(comparison, { ...known, serviceSwitch: "stays" });
  let asked: ChangeContext | undefined;
  const context = (): ChangeContext =>
    (asked ??= { ...known, serviceSwitch: serviceSwitch(storedChanges(settled, known), known) });
  return {
    differences: settled.differences,
    changes: () =>
      settled.differences.map((difference) =>
        describeChange(difference, classifyChange(difference, context())),
      ),
    spelling: () => {
      const comparesText = textEffect(context());
      return settled.respellings.map((each) => describeRespelling(each, comparesText));
    },
  };
}

/** An object that comes or goes as a whole, or is one of another kind, is one change. */
function compareOne(before: JudgedSide | undefined, after: JudgedSide | undefined): Findings {
  const isNothing = before === undefined && after === undefined;
  const whole = differenceAt(rootPlace, { before: before?.data, after: after?.data });
  const differences = isNothing ? [] : [whole];
  return {
    differences,
    changes: () =>
      differences.map((difference) => describeChange(difference, wholeConsequence(before, after))),
    spelling: () => [],
  };
}

function wholeConsequence(
  before: JudgedSide | undefined,
  after: JudgedSide | undefined,
): Consequence {
  if (after === undefined) {
    return { effect: "address", reason: deletion[before?.view.kind ?? "RayCluster"] };
  }
  const [refusal] = after.refusals;
  if (refusal !== undefined) {
    return { effect: "rejected", reason: after.refusals.map(({ message }) => message).join(" ") };
  }
  const { kind } = after.view;
  const created = creationOf(after);
  if (before === undefined) return created;
  return {
    effect: "address",
    reason: `This is a ${kind}, and the ${before.view.kind} stays until it is deleted. ${created.reason}`,
  };
}

function describeChange(difference: Difference, { effect, reason }: Consequence): Change {
  const { display, before, after } = difference;
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  return { path: formatDiffPath(display), kind, ...sides({ before, after }), effect, reason };
}
