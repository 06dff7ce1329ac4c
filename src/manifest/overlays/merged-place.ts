import type { Path } from "../../diagnostics/path.ts";
import type { PodOverlay } from "./pod-overlay.ts";

/** Where a value of a merged pod template came from: an overlay, or, without one, the compiler's own template. */
export interface MergedPlace {
  readonly overlay: PodOverlay | undefined;
  /** In the overlay's template, or in the compiler's own. */
  readonly path: Path;
}
