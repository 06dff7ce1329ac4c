import type { InputName } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";

/** A partial PodTemplateSpec of the settings or the request, and where it stands. */
export interface PodOverlay {
  readonly document: InputName;
  readonly path: Path;
  readonly template: PlainObject;
  /** Whose pods it is for: only one that is for both may name the Ray container of either. */
  readonly audience: "head" | "worker" | "both";
}

/** Names of the Ray containers that the compiler makes, by which pod templates address them. */
export const RAY_CONTAINERS = Object.freeze({ head: "ray-head", worker: "ray-worker" } as const);
