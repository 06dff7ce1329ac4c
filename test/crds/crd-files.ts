import { existsSync } from "node:fs";
import type { ManifestKind } from "../../src/kuberay/views/manifest-view.ts";
import { parsedCrd } from "./parsed-crd.ts";
import type { OpenApiSchema } from "./strict-schema.ts";

/** KubeRay releases whose CustomResourceDefinition may lie beside the project, oldest first. */
export const crdReleases = Object.freeze([
  "0.4.0",
  "0.6.0",
  "1.0.0",
  "1.1.1",
  "1.3.2",
  "1.4.2",
  "1.5.2",
  "1.7.0",
] as const);

export type CrdRelease = (typeof crdReleases)[number];

/** A CustomResourceDefinition, as far as it matters here. */
export interface CustomResourceDefinition {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly schema: { readonly openAPIV3Schema: OpenApiSchema };
    }[];
  };
}

/** Where the files lie: outside the project, which does not need them. */
export const crdFolder = "../shared/crds";

/** Undefined where the release has no such kind. */
export function readCrd(
  release: CrdRelease,
  kind: ManifestKind,
): CustomResourceDefinition | undefined {
  const file = `${crdFolder}/${kind.toLowerCase()}s-v${release}.yaml`;
  if (!existsSync(file)) {
    if (kind === "RayCronJob") return undefined;
    throw new Error(`${file} is missing.`);
  }
  return asCrd(parsedCrd(file));
}

function asCrd(document: unknown): CustomResourceDefinition {
  if (!isCrd(document)) throw new Error("The file holds no CustomResourceDefinition.");
  return document;
}

function isCrd(document: unknown): document is CustomResourceDefinition {
  return typeof document === "object" && document !== null && "spec" in document;
}
