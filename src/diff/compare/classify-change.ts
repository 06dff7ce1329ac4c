import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import { mostSevere } from "../../kuberay/effects/effects.ts";
import { fieldConsequence } from "../../kuberay/effects/field-consequence.ts";
import type { Consequence } from "../../kuberay/effects/field-rule.ts";
import { refusalAftermath } from "../../kuberay/effects/owner-refusal.ts";
import { RECREATION, recreatesPods } from "../../kuberay/effects/recreation.ts";
import { groupsOf, groupTitle } from "../../kuberay/views/cluster-spec-view.ts";
import type { ChangeContext } from "./change-context.ts";
import type { Difference } from "./comparison.ts";
import type { JudgedSide } from "./judge-side.ts";
import { areRelated } from "./judge-side.ts";
import { isRefusedFor, lacksItem } from "./refused-for.ts";
import { trailOf } from "./trail-of.ts";

/** What the API server, Kubernetes and KubeRay do with one change, taken by itself. */
export function classifyChange(difference: Difference, context: ChangeContext): Consequence {
  return (
    refused(difference, context) ??
    dropped(difference, context) ??
    otherVersion(difference, context) ??
    withoutPods(difference, context) ??
    fieldConsequence(difference, context)
  );
}

/** A change that has part in a refusal is refused, whatever it would do else. */
function refused(difference: Difference, context: ChangeContext): Consequence | undefined {
  const { refusals } = context.after;
  // A kind that the release lacks is refused as a whole.
  const isWhole = context.root.kind === "any";
  const related = refusals.filter((refusal) => isWhole || isRefusedFor(difference, [refusal]));
  if (related.length === 0) return undefined;
  const reasons = related.map(({ message }) => message);
  const aftermath = refusalAftermath(related, context);
  return { effect: "rejected", reason: [...reasons, aftermath].join(" ").trim() };
}

/** A field that the API server drops. */
function dropped(
  difference: Difference,
  { before, after }: ChangeContext,
): Consequence | undefined {
  const { beforePath, afterPath } = difference;
  const finding =
    difference.after === undefined ? dropAt(before, beforePath) : dropAt(after, afterPath);
  if (finding === undefined) return undefined;
  const { message, hint = "" } = finding;
  return { effect: "none", reason: `${message} ${hint}`.trim() };
}

/** What the API server drops of a side, at a path or around it. */
export function dropAt({ dropped: found }: JudgedSide, path: Path): Finding | undefined {
  return found.find(
    (finding) => finding.path.length <= path.length && areRelated(finding.path, path),
  );
}

/** ray.io/v1alpha1 lacks fields, which the API server drops; what they did goes with them. */
function otherVersion(difference: Difference, context: ChangeContext): Consequence | undefined {
  if (difference.trail[0]?.step !== "apiVersion") return undefined;
  const { before, after, root } = context;
  const older = [before, after].find(({ view }) => view.apiVersion === "ray.io/v1alpha1");
  const fields = (older?.dropped ?? []).flatMap(({ path }) => {
    const trail = older === undefined ? undefined : trailOf(path, root);
    return trail === undefined ? [] : [{ path, trail }];
  });
  if (fields.length === 0) return undefined;
  const names = fields.map(({ trail }) => nameOf(trail));
  const effects = fields.map(({ path, trail }) => {
    const change = { trail, beforePath: path, afterPath: path, before: true, after: undefined };
    return fieldConsequence(change, { ...context }).effect;
  });
  const reason = `The API server keeps these under ray.io/v1 and drops them under ray.io/v1alpha1: ${[...new Set(names)].join(", ")}.`;
  return recreatesPods(context)
    ? { effect: mostSevere([...effects, "recreate"]), reason: `${reason} ${RECREATION}` }
    : { effect: mostSevere(effects), reason };
}

function nameOf(trail: readonly { readonly step: string }[]): string {
  return trail.reduce(
    (text, { step }) => (step === "[]" || text === "" ? text + step : `${text}.${step}`),
    "",
  );
}

/** A change by which Kubernetes refuses the pods of a group from then on. */
function withoutPods(difference: Difference, context: ChangeContext): Consequence | undefined {
  const { afterPath } = difference;
  if (lacksItem(difference)) return undefined;
  const { before, after } = context;
  const related = after.podBreaches.filter(({ path }) => areRelated(path, afterPath));
  if (related.length === 0) return undefined;
  const known = new Set(before.podBreaches.map(({ message }) => message));
  const breaches = related.filter(({ message }) => !known.has(message));
  const [first] = breaches;
  if (first === undefined) return undefined;
  const group = groupsOf(after.cluster).find(({ path }) => areRelated(path, first.path));
  const whose = group === undefined ? "" : ` of ${groupTitle(group)}`;
  const reason = `No new pod${whose} can be created: ${breaches.map(({ message }) => message).join(" ")}`;
  const own = fieldConsequence(difference, context);
  return own.effect === "recreate"
    ? { effect: "recreate", reason: `${own.reason} ${reason}` }
    : { effect: "none", reason: `${reason} Running pods stay.` };
}
