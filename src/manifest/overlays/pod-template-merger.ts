import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { CountedPods } from "../../model/counted-pod.ts";
import type { Salvaged } from "../../model/resolved.ts";
import type { RayManifest } from "../manifest.ts";
import type { Trace } from "../trace.ts";

/** What comes of merging. */
export interface MergedTemplates {
  readonly findings: readonly Finding[];
  /** What the pods that were merged ask for. */
  readonly pods: CountedPods;
}

/**
 * Merges the pod templates of both documents into the fresh manifest, and says what is wrong with them and what comes of
 * them; without a manifest the templates alone are judged. It needs the table of the Kubernetes API, which compiling
 * without pod templates never loads; that is why it is handed in.
 */
export type PodTemplateMerger = (
  model: Salvaged,
  manifest: RayManifest | undefined,
  trace: Trace | undefined,
) => MergedTemplates;
