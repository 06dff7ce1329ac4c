import type { RayClusterManifest } from "../../manifest/ray-cluster.ts";

/** A file that a run would write. */
export interface OutputFile {
  readonly file: string;
  readonly text: string;
  /** What it holds. */
  readonly manifests: readonly RayClusterManifest[];
  /** The KubeRay release that it was compiled for. */
  readonly kuberayVersion: string;
}
