import { readdirSync } from "node:fs";
import { parsedCrd } from "../crds/parsed-crd.ts";

/** The schema of one API version in one CustomResourceDefinition of one KubeRay release. */
export interface CrdSchema {
  readonly kind: string;
  readonly release: string;
  readonly apiVersion: string;
  readonly schema: OpenApi;
}

/** What a structural OpenAPI schema says of a place. */
export interface OpenApi {
  readonly properties?: Readonly<Record<string, OpenApi>>;
  readonly items?: OpenApi;
  readonly additionalProperties?: OpenApi;
  readonly required?: readonly string[];
  readonly [keyword: string]: unknown;
}

/** Where the CRDs of KubeRay lie beside the project. */
export const crdFolder = "../shared/crds";

/** Every schema of every CRD in a folder, oldest release first. */
export function crdSchemas(folder: string = crdFolder): readonly CrdSchema[] {
  return readdirSync(folder)
    .map((file) => ({ file, release: /-v(\d+\.\d+\.\d+)\.yaml$/.exec(file)?.[1] }))
    .flatMap(({ file, release }) =>
      release === undefined ? [] : schemasOf(asCrd(parsedCrd(`${folder}/${file}`)), release),
    )
    .sort((left, right) => compareReleases(left.release, right.release));
}

/** Negative where the first release is the older one. */
export function compareReleases(left: string, right: string): number {
  return releaseNumber(left) - releaseNumber(right);
}

function releaseNumber(release: string): number {
  return release.split(".").reduce((sum, part) => sum * 1000 + Number(part), 0);
}

interface Crd {
  readonly spec: {
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly schema: { readonly openAPIV3Schema: OpenApi };
    }[];
  };
}

function schemasOf({ spec }: Crd, release: string): readonly CrdSchema[] {
  return spec.versions.map(({ name, schema }) => ({
    kind: spec.names.kind,
    release,
    apiVersion: name,
    schema: schema.openAPIV3Schema,
  }));
}

function asCrd(document: unknown): Crd {
  if (!isCrd(document)) throw new Error("The file holds no CustomResourceDefinition.");
  return document;
}

function isCrd(document: unknown): document is Crd {
  return typeof document === "object" && document !== null && "spec" in document;
}
