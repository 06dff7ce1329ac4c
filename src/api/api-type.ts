import type { PlainData } from "../diagnostics/plain-data.ts";
import type { KnownRule } from "./known-rules.ts";

/** A type of the API at one release: what a value is made of. */
export type ApiType = ScalarType | ListType | MapType | ObjectType | AnyType;

export interface ScalarType {
  readonly kind: ScalarKind;
}

/** `int-or-string` takes a whole number or any text, `quantity` a whole number or an amount such as `500m`. */
export type ScalarKind =
  | "string"
  | "date-time"
  | "boolean"
  | "integer"
  | "int32"
  | "int64"
  | "number"
  | "int-or-string"
  | "quantity";

export interface ListType {
  readonly kind: "list";
  readonly items: Slot;
  /** `atomic` as a whole, `set` of values that differ, `map` of items that differ in their keys; undefined: not said. */
  readonly listKind: "atomic" | "set" | "map" | undefined;
  /** The fields in which the items of a `map` differ. */
  readonly keys: readonly string[];
}

/** Keys that users choose, all with the same kind of value. */
export interface MapType {
  readonly kind: "map";
  readonly values: Slot;
  readonly isAtomic: boolean;
}

export interface ObjectType {
  readonly kind: "object";
  /** KubeRay's or Kubernetes' name, such as `Container`; of a CRD given at run time the path, such as `RayCluster.spec`. */
  readonly name: string;
  /** The field of a name; undefined where this release has none. Cheaper than `fields`, which reads them all. */
  readonly field: (name: string) => ApiField | undefined;
  /** Every field that this release has, by name. */
  readonly fields: ReadonlyMap<string, ApiField>;
  /** The fields that must be given: they are required and nothing is stored in their stead. */
  readonly required: readonly ApiField[];
  /** The fields with a stored default. */
  readonly defaulted: readonly ApiField[];
  readonly isAtomic: boolean;
  /** Whether fields that are not among `fields` are kept. */
  readonly isOpen: boolean;
}

/** Anything, unjudged. */
export interface AnyType {
  readonly kind: "any";
}

/** What may stand at a place. */
export interface Slot {
  readonly type: ApiType;
  /** Whether null is a value here; else null is the same as nothing. */
  readonly isNullable: boolean;
  /** What the API server stores where nothing is given. */
  readonly byDefault: PlainData | undefined;
  readonly limits: Limits | undefined;
  readonly rules: readonly ApiRule[];
}

export interface ApiField extends Slot {
  readonly name: string;
  readonly isRequired: boolean;
}

/** Bounds on a value beyond its type. */
export interface Limits {
  readonly enum?: readonly PlainData[];
  /** A regular expression of Go, which all that are used so far read the same here. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** A rule in Kubernetes' expression language. */
export interface ApiRule {
  readonly text: string;
  /** Undefined for a rule that is not known, which nothing judges. */
  readonly known: KnownRule | undefined;
}
