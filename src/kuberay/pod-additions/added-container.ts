import type { PlainObject } from "../../diagnostics/plain-data.ts";

/** A mount that the operator adds to a container. */
export interface AddedMount {
  readonly name: string;
  readonly mountPath: string;
}

/** A container that the operator adds. */
export interface AddedContainer {
  readonly name: string;
  /** Where its fields come from: autoscalerOptions, under the same names, or a copy of the Ray container's. */
  readonly origin: "autoscaler-options" | "ray-container";
  /** Its fields, without the name and without what `mounts` lists; of a copy the resources alone. */
  readonly fields: PlainObject;
  readonly mounts: readonly AddedMount[];
}
