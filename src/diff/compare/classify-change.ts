import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import type { KuberayRelease } from "../../kuberay/releases.ts";
import { headServiceName } from "../../kuberay/service-name.ts";
import type { ClusterView } from "./cluster-view.ts";
import type { Difference } from "./comparison.ts";
import type { Effect } from "./effects.ts";
import { compareEffects, mostSevere } from "./effects.ts";
import { fieldEffect, groupOf } from "./field-effects.ts";
import type { Target } from "./field-releases.ts";
import { whyDropped } from "./field-releases.ts";
import { isPortName, movesHeadPort } from "./head-ports.ts";
import { pathThrough } from "./path-pattern.ts";
import { countsForRecreate, RECREATION } from "./recreate.ts";
import { fieldsOfV1Alone } from "./stored-manifest.ts";

/** What a change does, and why, as sentences. */
export interface Consequence {
  readonly effect: Effect;
  readonly reason: string;
}

/** All that decides what a change between two manifests does. */
export interface ChangeContext {
  readonly release: KuberayRelease;
  readonly before: ChangedSide;
  readonly after: ChangedSide;
  /** Whether the target replaces all pods when the text of the new spec is another one. */
  readonly recreates: boolean;
}

export interface ChangedSide {
  readonly data: PlainObject;
  readonly target: Target;
  readonly view: ClusterView;
}

/** What KubeRay does with one change, taken by itself. */
export function classifyChange(difference: Difference, context: ChangeContext): Consequence {
  const final =
    apiVersionEffect(difference, context) ??
    identityEffect(difference, context) ??
    withoutEffect(difference, context);
  if (final !== undefined) return final;
  const own = specEffect(difference, context);
  if (!context.recreates || !countsForRecreate(difference.path)) return own;
  return compareEffects(own.effect, "recreate") < 0
    ? { effect: "recreate", reason: RECREATION }
    : { effect: own.effect, reason: `${own.reason} ${RECREATION}` };
}

/** ray.io/v1alpha1 lacks fields, which the API server drops; what they did goes with them. */
function apiVersionEffect(
  { path }: Difference,
  { before, after, recreates }: ChangeContext,
): Consequence | undefined {
  if (path[0] !== "apiVersion") return undefined;
  const older = [before, after].find(({ view }) => view.apiVersion === "ray.io/v1alpha1");
  const fields = older === undefined ? [] : fieldsOfV1Alone(older.data);
  if (fields.length === 0) return { effect: "none", reason: "KubeRay does nothing about it." };
  const names = fields.map(({ text }) => text).join(", ");
  const effects = fields.map(({ pattern }) => fieldEffect(pathThrough(pattern)).effect);
  const reason = `The API server keeps these under ray.io/v1 and drops them under ray.io/v1alpha1: ${names}.`;
  return recreates
    ? { effect: mostSevere([...effects, "recreate"]), reason: `${reason} ${RECREATION}` }
    : { effect: mostSevere(effects), reason };
}

/** Another name or namespace is another cluster, which KubeRay makes beside the old one. */
function identityEffect(
  { path }: Difference,
  { before, after, release }: ChangeContext,
): Consequence | undefined {
  const [root, field] = path;
  if (root !== "metadata" || path.length !== 2) return undefined;
  const stays = "The old cluster stays until it is deleted.";
  if (field === "name") {
    const service = ({ view }: ChangedSide) => showText(headServiceName(view.name, release));
    const reason = `This is another cluster, with the head Service ${service(after)} instead of ${service(before)}. ${stays}`;
    return { effect: "address", reason };
  }
  if (field !== "namespace") return undefined;
  const isOpen = before.view.namespace === undefined || after.view.namespace === undefined;
  const reason = isOpen
    ? "A manifest without a namespace goes wherever it is posted to, so this can be another cluster."
    : `This is another cluster, whose head Service is in another namespace. ${stays}`;
  return { effect: "address", reason };
}

/** Source: the CRD's validation rules, v1.3.0 and v1.7.0. */
const immutableFields = Object.freeze(["spec.managedBy", "spec.gcsFaultToleranceOptions.backend"]);

/** A field that the API server drops, or that it lets nobody change. */
function withoutEffect(difference: Difference, context: ChangeContext): Consequence | undefined {
  const { path } = difference;
  const { target } = difference.after === undefined ? context.before : context.after;
  const why = whyDropped(path, target);
  if (why !== undefined) return { effect: "none", reason: `The API server drops it: ${why}.` };
  const name = path.join(".");
  if (!immutableFields.includes(name)) return undefined;
  if (difference.before === undefined || difference.after === undefined) return undefined;
  return { effect: "rejected", reason: `The API server lets nobody change ${name} of a cluster.` };
}

function specEffect(difference: Difference, { before, after }: ChangeContext): Consequence {
  const { path } = difference;
  const { autoscales } = after.view;
  if (path[1] === "workerGroupSpecs" && path.length === 3) {
    return { effect: "scale", reason: groupReason(difference, autoscales) };
  }
  if (movesHeadPort(difference, before.view)) {
    return {
      effect: "address",
      reason: "The head Service takes its ports from here, once it is made.",
    };
  }
  if (isPortName(path)) return { effect: "none", reason: PORT_NAME };
  const neverScales = !before.view.autoscales && !autoscales;
  if (path[1] === "autoscalerOptions" && neverScales)
    return { effect: "none", reason: NO_AUTOSCALER };
  const { effect, reason } = fieldEffect(path);
  return { effect, reason: reason(path, autoscales) };
}

const PORT_NAME =
  "Running pods and the head Service stay as they are. What finds the port by its name finds it under the new one in pods and in a head Service that are made later.";
const NO_AUTOSCALER = "No autoscaler runs, so nothing reads this.";

/** Only groups of the spec are looked after, so the pods of another one stay: kuberay#1739. */
function groupReason({ path, after }: Difference, autoscales: boolean): string {
  const group = groupOf(path);
  if (after !== undefined) return `The operator makes the pods of ${group}.`;
  const orphans = `The operator no longer looks after the pods of ${group} and leaves them running.`;
  return autoscales ? `${orphans} The autoscaler can fail over them.` : orphans;
}
