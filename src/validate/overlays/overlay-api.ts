import type { Api } from "../../api/api.ts";
import { apiFor } from "../../api/api-for.ts";
import type { ApiField, ObjectType } from "../../api/api-type.ts";
import type { KuberayRelease } from "../../kuberay/kuberay-release.ts";
import type { Version } from "../../kuberay/version.ts";

/** What the API of one release says of templates of a type. */
export interface OverlayApi {
  readonly type: ObjectType;
  /** The API of an object whose one field is a template, so that the template has a name in messages. */
  readonly api: Api;
  readonly field: TemplateField;
  /** The API of the kind whose template it is. */
  readonly whole: Api;
  readonly kuberay: Version;
}

export type TemplateField = keyof typeof TYPES;

const TYPES = Object.freeze({
  pod_template: "PodTemplateSpec",
  cluster_template: "RayCluster",
  job_template: "RayJobSpec",
  service_template: "RayServiceSpec",
} as const);

/** The kinds whose API has the type; RayCluster unless said. */
const KINDS: Readonly<Partial<Record<TemplateField, string>>> = Object.freeze({
  job_template: "RayJob",
  service_template: "RayService",
});

/** Undefined for a release that serves no RayClusters. */
export function overlayApi(
  release: KuberayRelease,
  version: Version,
  field: TemplateField = "pod_template",
): OverlayApi | undefined {
  const target = {
    kind: KINDS[field] ?? "RayCluster",
    apiVersion: release.apiVersion,
    kuberayVersion: version,
  };
  const answer = apiFor(target);
  const type = answer.ok ? answer.api.typeNamed(TYPES[field]) : undefined;
  if (!answer.ok || type === undefined) return undefined;
  const api = { ...answer.api, root: holderOf(type, field) };
  return { type, api, field, whole: answer.api, kuberay: version };
}

function holderOf(type: ObjectType, name: TemplateField): ObjectType {
  const field: ApiField = {
    name,
    type,
    isRequired: false,
    isNullable: false,
    byDefault: undefined,
    limits: undefined,
    rules: [],
  };
  const fields = new Map<string, ApiField>([[name, field]]);
  return {
    kind: "object",
    name,
    field: (key) => fields.get(key),
    fields,
    required: [],
    defaulted: [],
    isAtomic: false,
    isOpen: true,
  };
}
