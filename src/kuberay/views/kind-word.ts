import type { ManifestKind } from "./manifest-view.ts";

/** What an object of each kind is, as a sentence has it: `another job`. */
export const kindWord: Readonly<Record<ManifestKind, string>> = Object.freeze({
  RayCluster: "cluster",
  RayJob: "job",
  RayService: "service",
  RayCronJob: "schedule",
});
