import type { Resolved } from "../model/resolved.ts";
import type { AutoscalerPin } from "./autoscaler-pin.ts";
import type { Trace } from "./trace.ts";

/** All that a part of the manifest may depend on. */
export interface BuildContext extends Resolved {
  readonly pin: AutoscalerPin;
  /** Takes down where values come from; default none. */
  readonly trace: Trace | undefined;
}
