import type { PlainObject } from "../../diagnostics/plain-data.ts";

/** A mount that the operator adds to a container. */
export interface AddedMount {
  readonly name: string;
  readonly mountPath: string;
}

/** A container that the operator adds. */
export interface AddedContainer {
  readonly name: string;
  /** Its fields are those of an object of the cluster's spec, under the same names, or a copy of what is judged elsewhere. */
  readonly origin: "options" | "copy";
  /** The way from the cluster's spec to that object. */
  readonly optionsPath: readonly string[];
  /** Its fields, without the name and without what `mounts` lists; of a copy the resources alone. */
  readonly fields: PlainObject;
  readonly mounts: readonly AddedMount[];
}
