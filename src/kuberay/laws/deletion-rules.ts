import { ownField, ownInteger, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { PlacedItem } from "../views/container-view.ts";
import { placedItems } from "../views/container-view.ts";
import type { ManifestView } from "../views/manifest-view.ts";
import type { Breach, OperatorTarget } from "./law.ts";
import { isFrom } from "./law.ts";

/** The order in which deletions may happen: what is deleted later takes more with it. */
const ORDER = ["DeleteWorkers", "DeleteCluster", "DeleteSelf"];

/** The deletionRules of a job. */
export function rulesOf({ job }: ManifestView): readonly PlacedItem[] {
  if (job === undefined) return [];
  const path = [...job.path, "deletionStrategy", "deletionRules"];
  return placedItems(ownList(ownObject(job.spec, "deletionStrategy"), "deletionRules"), path);
}

/** What the operator refuses in the rules. Source: validateDeletionRules in utils/validation.go, v1.5.0 and v1.6.0. */
export function* deletionRuleBreaches(
  view: ManifestView,
  target: OperatorTarget,
): Iterable<Breach> {
  const seen = new Map<string, { readonly rule: PlacedItem; readonly seconds: number }>();
  for (const rule of rulesOf(view)) {
    const broken = ruleProblem(view, rule, target);
    if (broken !== undefined) {
      yield broken;
      continue;
    }
    const policy = ownText(rule.data, "policy") ?? "";
    const condition = conditionKey(ownObject(rule.data, "condition"));
    const seconds = ownInteger(ownObject(rule.data, "condition"), "ttlSeconds") ?? 0;
    const key = `${condition} ${policy}`;
    const first = seen.get(key);
    if (first !== undefined) {
      yield {
        path: rule.path,
        message: `There are two rules for ${policy} at ${condition}.`,
        hint: "Remove one of them.",
        related: [{ path: first.rule.path, message: "the first one is here" }],
      };
      continue;
    }
    seen.set(key, { rule, seconds });
  }
  for (const condition of new Set(
    [...seen.keys()].map((key) => key.slice(0, key.lastIndexOf(" "))),
  )) {
    const rules = ORDER.flatMap((policy) => {
      const found = seen.get(`${condition} ${policy}`);
      return found === undefined ? [] : [{ policy, ...found }];
    });
    for (const [index, { policy, rule, seconds }] of rules.entries()) {
      const before = rules[index - 1];
      if (before === undefined || seconds >= before.seconds) continue;
      yield {
        path: [...rule.path, "condition", "ttlSeconds"],
        message: `At ${condition} ${policy} (${seconds} s) comes before ${before.policy} (${before.seconds} s).`,
        hint: `Write ${before.seconds} or more.`,
        related: [{ path: before.rule.path, message: `${before.policy} is here` }],
      };
    }
  }
}

function ruleProblem(
  { cluster, job }: ManifestView,
  { path, data }: PlacedItem,
  target: OperatorTarget,
): Breach | undefined {
  const condition = ownObject(data, "condition");
  const states = ["jobStatus", "jobDeploymentStatus"].filter(
    (field) => ownField(condition, field) !== undefined,
  );
  if (isFrom(target, "1.6") && states.length !== 1) {
    const message = `A condition has either jobStatus or jobDeploymentStatus, but this one has ${states.length === 0 ? "neither" : "both"}.`;
    return { path: [...path, "condition"], message, hint: "Write one of them." };
  }
  const seconds = ownInteger(condition, "ttlSeconds") ?? 0;
  if (seconds < 0) {
    const message = `ttlSeconds (${seconds}) is below 0.`;
    return { path: [...path, "condition", "ttlSeconds"], message, hint: "Write 0 or more." };
  }
  const policy = ownField(data, "policy");
  if (job?.selectsCluster === true && (policy === "DeleteCluster" || policy === "DeleteWorkers")) {
    return {
      path: [...path, "policy"],
      message: `${policy} is not allowed for a job on a selected cluster.`,
      hint: "Use DeleteSelf or DeleteNone.",
      related: [
        { path: [...job.path, "clusterSelector"], message: "the cluster is selected here" },
      ],
    };
  }
  if (policy !== "DeleteWorkers" || cluster?.autoscales !== true) return undefined;
  return {
    path: [...path, "policy"],
    message: "DeleteWorkers is not allowed for a cluster with autoscaling.",
    hint: "Use DeleteCluster.",
    related: [{ path: [...cluster.path, "enableInTreeAutoscaling"], message: "autoscaling is on" }],
  };
}

/** `jobStatus FAILED`. */
function conditionKey(condition: PlainObject): string {
  const status = ownText(condition, "jobStatus");
  return status === undefined
    ? `jobDeploymentStatus ${ownText(condition, "jobDeploymentStatus") ?? ""}`
    : `jobStatus ${status}`;
}
