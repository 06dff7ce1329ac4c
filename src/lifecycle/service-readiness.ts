import { showText } from "../diagnostics/show.ts";
import { hasServiceConditions } from "../kuberay/job-status.ts";
import { parseVersion } from "../kuberay/version.ts";
import type { Plan } from "../plan/plan.ts";
import { requirePlan } from "../plan/require-plan.ts";
import type { Observed } from "./observed.ts";
import { late } from "./owner/late.ts";
import { conditionAt, refusalAmong } from "./owner/refusal.ts";
import { isThere } from "./readiness/cluster-reasons.ts";
import { quoteForeign } from "./readiness/quote-foreign.ts";
import { isSet, listAt, textAt, valueAt } from "./readiness/read-unknown.ts";

/** Whether a service serves. Plain JSON. */
export interface ServiceReadiness {
  /** `ready`: it serves requests. `waiting`: ask again later. `suspended`: until somebody resumes it. */
  readonly state: "waiting" | "ready" | "suspended" | "timed-out" | "failed";
  /** Sentences for people. */
  readonly message: string;
  /** Why it is not ready, if that is known. */
  readonly reason?: ServiceProblem;
  /** The RayCluster that serves, or else the one that is to serve: its pods have the label ray.io/cluster with this name. */
  readonly cluster?: string;
}

/**
 * `refused`: KubeRay takes no such RayService. `gave-up`: KubeRay waited as long as its annotation says.
 * `application-failed`: Serve cannot deploy an application, and tries again. `being-deleted`: somebody deletes it.
 */
export type ServiceProblem = "refused" | "gave-up" | "application-failed" | "being-deleted";

/** Of a RayService: `raycluster` is the RayService itself; pods are ignored here. */
export type ObservedService = Pick<Observed, "raycluster" | "events" | "secondsSinceCreation">;

/**
 * Whether a RayService serves: a pure decision for a server's poll or watch. It is ready when KubeRay says that its
 * applications run; an upgrade does not change that, since the old cluster serves meanwhile. `timed-out` means that it did
 * not serve `activation_timeout_seconds` after its creation, which may still change. Never throws, whatever the observed
 * objects are, and throws a TypeError where the plan is not that of a RayService.
 */
export function serviceReadiness(plan: Plan, observed: ObservedService): ServiceReadiness {
  requirePlan("serviceReadiness", plan, ["RayService"]);
  const rayservice = valueAt(observed, "raycluster");
  const cluster =
    textAt(rayservice, "status", "activeServiceStatus", "rayClusterName") ??
    textAt(rayservice, "status", "pendingServiceStatus", "rayClusterName");
  const answer = judge(plan, rayservice, observed);
  return cluster === undefined ? answer : { ...answer, cluster };
}

function judge(plan: Plan, rayservice: unknown, observed: ObservedService): ServiceReadiness {
  const named = `The RayService ${showText(plan.raycluster.name)}`;
  if (!isThere(rayservice)) return late(plan, observed, "serving", `${named} does not exist.`);
  if (isSet(rayservice, "metadata", "deletionTimestamp")) {
    return { state: "failed", message: `${named} is being deleted.`, reason: "being-deleted" };
  }
  if (textAt(conditionAt(rayservice, "Suspended"), "status") === "True") {
    return { state: "suspended", message: `${named} is suspended.` };
  }
  if (serves(plan, rayservice)) return { state: "ready", message: `${named} is serving.` };
  return (
    refused(plan, rayservice, observed) ??
    gaveUp(named, rayservice) ??
    applicationFailed(plan, rayservice, observed) ??
    late(plan, observed, "serving", `${named} is not serving yet.`)
  );
}

/** From 1.3 on a condition says it; before, a word. */
function serves(plan: Plan, rayservice: unknown): boolean {
  const kuberay = parseVersion(plan.kuberay_version);
  return kuberay !== undefined && hasServiceConditions(kuberay)
    ? textAt(conditionAt(rayservice, "Ready"), "status") === "True"
    : textAt(rayservice, "status", "serviceStatus") === "Running";
}

function refused(
  plan: Plan,
  rayservice: unknown,
  observed: ObservedService,
): ServiceReadiness | undefined {
  const ready = conditionAt(rayservice, "Ready");
  const refusal =
    textAt(ready, "reason") === "ValidationFailed"
      ? (textAt(ready, "message") ?? "")
      : refusalAmong(listAt(observed, "events"), plan.raycluster, rayservice);
  if (refusal === undefined) return undefined;
  const message = `KubeRay refuses the RayService: ${quoteForeign(refusal)}`;
  return { state: "failed", message, reason: "refused" };
}

/** The annotation ray.io/initializing-timeout: KubeRay 1.5 and later give up for good. */
function gaveUp(named: string, rayservice: unknown): ServiceReadiness | undefined {
  const ready = conditionAt(rayservice, "Ready");
  if (!(textAt(ready, "reason") ?? "").includes("InitializingTimeout")) return undefined;
  return {
    state: "failed",
    message: `${named} did not start to serve in time.`,
    reason: "gave-up",
  };
}

const FAILURES: readonly string[] = Object.freeze(["DEPLOY_FAILED", "UNHEALTHY"]);

/** Serve tries again by itself, so this is no end. */
function applicationFailed(
  plan: Plan,
  rayservice: unknown,
  observed: ObservedService,
): ServiceReadiness | undefined {
  for (const cluster of ["pendingServiceStatus", "activeServiceStatus"]) {
    const applications = valueAt(rayservice, "status", cluster, "applicationStatuses");
    if (typeof applications !== "object" || applications === null) continue;
    for (const name of Object.keys(applications).slice(0, 100)) {
      const application = valueAt(applications, name);
      const status = textAt(application, "status") ?? "";
      if (!FAILURES.includes(status)) continue;
      const why = quoteForeign(textAt(application, "message") ?? "");
      const message = `The application ${showText(name)} is ${status}: ${why}`;
      return { ...late(plan, observed, "serving", message), reason: "application-failed" };
    }
  }
  return undefined;
}
