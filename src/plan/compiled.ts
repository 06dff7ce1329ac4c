import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { RayManifest } from "../manifest/manifest.ts";
import type { Resolved } from "../model/resolved.ts";
import { buildPlan, referenceTo } from "./build-plan.ts";
import type { Plan } from "./plan.ts";

/** A request that compiled. */
export interface Compiled {
  readonly ok: true;
  readonly manifest: RayManifest;
  /** What a server needs besides the manifest. */
  readonly plan: Plan;
  /** Warnings, in document order: the request's, then the settings'. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The result of a request that compiled: a plain object, of which copies, JSON and proxies have the plan, too. The plan is made
 * when it is read, of what no caller can change. All results share one getter: with a getter for each, every object has a
 * hidden class of its own, which costs more than the laws.
 */
export function compiled(
  model: Resolved,
  manifest: RayManifest,
  diagnostics: readonly Diagnostic[],
): Compiled {
  const reference = referenceTo(manifest);
  let plan: Plan | undefined;
  const makePlan = () => {
    plan ??= buildPlan(model, reference);
    return plan;
  };
  const result: Unfinished = { ok: true, manifest };
  finish(result, makePlan, diagnostics);
  return result;
}

interface Unfinished extends Pick<Compiled, "ok" | "manifest"> {
  diagnostics?: readonly Diagnostic[];
}

/** Not a private field, which a proxy of a result does not have. */
const MAKE_PLAN = Symbol("makes the plan");

interface MakesPlan {
  readonly [MAKE_PLAN]: () => Plan;
}

const PLAN: PropertyDescriptor & ThisType<MakesPlan> = Object.freeze({
  enumerable: true,
  configurable: true,
  get(this: MakesPlan) {
    return this[MAKE_PLAN]();
  },
});

/** The members that are left, in the order of the interface. */
function finish(
  result: Unfinished,
  makePlan: () => Plan,
  diagnostics: readonly Diagnostic[],
): asserts result is Unfinished & Compiled {
  Object.defineProperty(result, "plan", PLAN);
  result.diagnostics = diagnostics;
  Object.defineProperty(result, MAKE_PLAN, { value: makePlan });
}
