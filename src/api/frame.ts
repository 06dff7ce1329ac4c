import type { Path } from "../diagnostics/path.ts";
import type { ObjectType } from "./api-type.ts";

/** An object on the way from the root of a manifest to a place. */
export interface Frame {
  readonly type: ObjectType;
  readonly path: Path;
  readonly parent: Frame | undefined;
}
