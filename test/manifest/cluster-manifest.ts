import type { CompileOptions } from "../../src/compile-documents.ts";
import { compileOrThrow } from "../../src/compile-or-throw.ts";
import type { RayManifest } from "../../src/manifest/manifest.ts";
import type { RayClusterManifest, RayClusterSpec } from "../../src/manifest/ray-cluster.ts";

/** The RayCluster that a request without a job or a service compiles to. */
export function clusterManifest(
  request: unknown,
  settings: unknown = {},
  options?: CompileOptions,
): RayClusterManifest {
  return asCluster(compileOrThrow(request, settings, options).manifest);
}

/** Its spec. */
export function clusterSpec(
  request: unknown,
  settings: unknown = {},
  options?: CompileOptions,
): RayClusterSpec {
  return clusterManifest(request, settings, options).spec;
}

export function asCluster(manifest: RayManifest): RayClusterManifest {
  if (manifest.kind !== "RayCluster") throw new Error(`A ${manifest.kind} is no RayCluster.`);
  return manifest;
}
