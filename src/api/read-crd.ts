import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import type { Api } from "./api.ts";
import { plainObject } from "./plain-object.ts";
import { schemaType } from "./schema-type.ts";
import type { Unjudged } from "./unjudged-keywords.ts";
import { unjudgedKeywords } from "./unjudged-keywords.ts";

export type CrdAnswer =
  | {
      readonly ok: true;
      /** The API of every version that the CRD serves. */
      readonly apis: readonly CrdApi[];
    }
  /** Why the document is no CRD, as a full sentence. */
  | { readonly ok: false; readonly message: string };

export interface CrdApi {
  readonly api: Api;
  /** As a manifest has it: `ray.io/v1`. */
  readonly apiVersion: string;
  /** What the API server judges and `checkAgainstApi` does not, in the order of the schema. */
  readonly unjudged: readonly Unjudged[];
}

/** A CustomResourceDefinition, such as `kubectl get crd rayclusters.ray.io -o yaml` prints, -> the APIs that it makes. */
export function readCrd(document: PlainData): CrdAnswer {
  const root = plainObject(document);
  if (root?.kind !== "CustomResourceDefinition") {
    return { ok: false, message: "The document is not a CustomResourceDefinition." };
  }
  const spec = plainObject(root.spec);
  const kind = plainObject(spec?.names)?.kind;
  const { group, versions } = spec ?? {};
  if (typeof kind !== "string" || typeof group !== "string" || !Array.isArray(versions)) {
    return {
      ok: false,
      message: "The CustomResourceDefinition has no spec.group, spec.names.kind or spec.versions.",
    };
  }
  const apis = versions.flatMap((entry: PlainData) => readVersion(entry, kind, group));
  return apis.length === 0
    ? { ok: false, message: "The CustomResourceDefinition serves no version with a schema." }
    : { ok: true, apis };
}

function readVersion(entry: PlainData, kind: string, group: string): readonly CrdApi[] {
  const version: PlainObject = plainObject(entry) ?? {};
  const schema = plainObject(plainObject(version.schema)?.openAPIV3Schema);
  const { name } = version;
  if (schema === undefined || typeof name !== "string" || version.served === false) return [];
  const root = schemaType(schema, kind);
  if (root.kind !== "object") return [];
  const api = { kind, apiVersion: name, release: undefined, root, typeNamed: () => undefined };
  return [{ api, apiVersion: `${group}/${name}`, unjudged: unjudgedKeywords(schema, kind) }];
}
