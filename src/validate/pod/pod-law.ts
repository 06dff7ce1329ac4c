import type { Target } from "../../diagnostics/diagnostic.ts";
import type { ManifestCode } from "../../diagnostics/manifest-codes.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { BuiltPod } from "./built-pod.ts";

/** What a law finds wrong with a pod; the code and the document are added by `checkPodTemplate`. */
export interface PodFinding {
  readonly path: Path;
  /** Whether the key or the value at the path is meant; the value unless said. */
  readonly target?: Target;
  readonly message: string;
  readonly hint: string;
  readonly related?: readonly { readonly path: Path; readonly message: string }[];
}

/** One law of Kubernetes' pods, held against a template together with what KubeRay adds to it. */
export interface PodLaw {
  readonly code: ManifestCode;
  /**
   * Keys of which one stands in the template, or in the options that KubeRay makes containers of, wherever the law is
   * broken: without them it is not asked, which saves most of the time. Default: it is always asked.
   */
  readonly concerns?: readonly string[];
  /** A finding for every breach; none where the law holds or where types keep it from being judged. */
  readonly check: (pod: BuiltPod) => Iterable<PodFinding>;
}

/** Freezes a law. */
export function definePodLaw(law: PodLaw): PodLaw {
  return Object.freeze(law);
}
