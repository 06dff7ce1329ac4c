import type { Path } from "../diagnostics/path.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import type { ObjectType } from "./api-type.ts";

/** An object on the way from the root of a manifest to a place. */
export interface Frame {
  readonly type: ObjectType;
  readonly path: Path;
  readonly data: PlainObject;
  readonly parent: Frame | undefined;
}
