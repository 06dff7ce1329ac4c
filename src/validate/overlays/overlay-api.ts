import type { Api } from "../../api/api.ts";
import { apiFor } from "../../api/api-for.ts";
import type { ApiField, ObjectType } from "../../api/api-type.ts";
import type { KuberayRelease } from "../../kuberay/kuberay-release.ts";
import type { Version } from "../../kuberay/version.ts";

/** What the API of one release says of pod templates. */
export interface OverlayApi {
  readonly type: ObjectType;
  /** The API of an object whose one field is a pod template, so that the template has a name in messages. */
  readonly api: Api;
}

export const TEMPLATE_FIELD = "pod_template";

/** Undefined for a release that serves no RayClusters. */
export function overlayApi(release: KuberayRelease, version: Version): OverlayApi | undefined {
  const target = { kind: "RayCluster", apiVersion: release.apiVersion, kuberayVersion: version };
  const answer = apiFor(target);
  const type = answer.ok ? answer.api.typeNamed("PodTemplateSpec") : undefined;
  if (!answer.ok || type === undefined) return undefined;
  return { type, api: { ...answer.api, root: holderOf(type) } };
}

function holderOf(type: ObjectType): ObjectType {
  const field: ApiField = {
    name: TEMPLATE_FIELD,
    type,
    isRequired: false,
    isNullable: false,
    byDefault: undefined,
    limits: undefined,
    rules: [],
  };
  const fields = new Map([[TEMPLATE_FIELD, field]]);
  return {
    kind: "object",
    name: TEMPLATE_FIELD,
    field: (name) => fields.get(name),
    fields,
    required: [],
    defaulted: [],
    isAtomic: false,
    isOpen: true,
  };
}
