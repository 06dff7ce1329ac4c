import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { RayManifest } from "../manifest/manifest.ts";
import type { Resolved } from "../model/resolved.ts";
import { buildPlan, referenceTo } from "./build-plan.ts";
import type { ObjectReference, Plan } from "./plan.ts";

/**
 * A request that compiled. Its plan is made when it is read, of what no caller can change. A class, since all results
 * share one getter: with a getter for each, every object has a hidden class of its own, which costs more than the laws.
 */
export class CompiledRequest {
  declare readonly ok: true;
  declare readonly manifest: RayManifest;
  declare readonly plan: Plan;
  declare readonly diagnostics: readonly Diagnostic[];
  readonly #model: Resolved;
  readonly #reference: ObjectReference;
  #plan: Plan | undefined;

  constructor(model: Resolved, manifest: RayManifest, diagnostics: readonly Diagnostic[]) {
    this.#model = model;
    this.#reference = referenceTo(manifest);
    this.ok = true;
    this.manifest = manifest;
    Object.defineProperty(this, "plan", CompiledRequest.#planProperty);
    this.diagnostics = diagnostics;
  }

  /** A property of each result, so that copies and JSON of a result have the plan. */
  static readonly #planProperty: PropertyDescriptor & ThisType<CompiledRequest> = {
    enumerable: true,
    configurable: true,
    get() {
      this.#plan ??= buildPlan(this.#model, this.#reference);
      return this.#plan;
    },
  };
}
