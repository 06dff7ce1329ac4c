import type { ApiType } from "../../api/api-type.ts";
import type { EffectContext } from "../../kuberay/effects/field-rule.ts";
import type { JudgedSide } from "./judge-side.ts";

/** All that decides what a change between two judged manifests does. */
export interface ChangeContext extends EffectContext {
  readonly before: JudgedSide;
  readonly after: JudgedSide;
  /** The type of the object as the target stores it. */
  readonly root: ApiType;
}
