import type { PlainData } from "../../../diagnostics/plain-data.ts";

/** What is known of a place in a manifest, so that two values there can be compared by their meaning. */
export type Shape = ValueShape | QuantityShape | ObjectShape | MapShape | ListShape | SetShape;

/** Anything: objects are compared field by field, lists as a whole. */
export interface ValueShape {
  readonly type: "value";
}

/** A Kubernetes quantity, a text or a number, compared by its amount. */
export interface QuantityShape {
  readonly type: "quantity";
}

/** Known fields; a field that is not listed is compared as a value. */
export interface ObjectShape {
  readonly type: "object";
  readonly fields: Readonly<Record<string, Field>>;
}

export interface Field {
  readonly shape: Shape;
  /** What it means to leave the field out. */
  readonly byDefault?: Default;
  /** Says nothing about what the user wants. */
  readonly isNoise?: boolean;
  /** Whether an empty object means something else than none. */
  readonly meansSomethingEmpty?: boolean;
}

export interface Default {
  readonly value: PlainData;
  /**
   * Who makes it the same: the API server, which stores it; the users of the field, who read nothing as this value; or Go,
   * which leaves this value out when it writes.
   */
  readonly by: "server" | "reader" | "writer";
}

/** Keys that users choose, all with the same kind of value. */
export interface MapShape {
  readonly type: "map";
  readonly values: Shape;
}

/** A list whose items have names. */
export interface ListShape {
  readonly type: "list";
  readonly item: Shape;
  /** The name of an item; undefined where it has none. */
  readonly nameOf: (item: PlainData) => string | undefined;
  /** What the order means: nothing, which item is the first, everything, or what `$(NAME)` stands for. */
  readonly order: "nothing" | "first" | "everything" | "references";
  /** Fills in what an item without it means. */
  readonly complete?: (item: PlainData) => PlainData;
}

/** A list without order, of items that are the same or not as a whole. */
export interface SetShape {
  readonly type: "set";
  /** The item with all its defaults, or undefined where it counts for nothing. */
  readonly normalize: (item: PlainData) => PlainData | undefined;
  /** What a path calls an item. */
  readonly nameOf: (item: PlainData) => string;
}
