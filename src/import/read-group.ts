import { isObject, ownList, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";

/** A group of the manifest with the parts of it that are read again and again. */
export interface ForeignGroup {
  readonly role: "head" | "worker";
  readonly data: PlainObject;
  readonly name: string | undefined;
  readonly params: PlainObject;
  readonly template: PlainObject;
  readonly metadata: PlainObject;
  readonly podSpec: PlainObject;
  /** Ray's container, the first one; empty where there is none. */
  readonly ray: PlainObject;
  readonly limits: PlainObject;
  readonly requests: PlainObject;
}

/** The head, then the worker groups in their order. */
export function readGroups(spec: PlainObject): readonly ForeignGroup[] {
  const workers = ownList(spec, "workerGroupSpecs").filter(isObject);
  return [
    readGroup("head", ownObject(spec, "headGroupSpec")),
    ...workers.map((data) => readGroup("worker", data)),
  ];
}

export function readGroup(role: ForeignGroup["role"], data: PlainObject): ForeignGroup {
  const template = ownObject(data, "template");
  const podSpec = ownObject(template, "spec");
  const [first] = ownList(podSpec, "containers");
  const ray = isObject(first) ? first : {};
  const resources = ownObject(ray, "resources");
  return {
    role,
    data,
    name: ownText(data, "groupName"),
    params: ownObject(data, "rayStartParams"),
    template,
    metadata: ownObject(template, "metadata"),
    podSpec,
    ray,
    limits: ownObject(resources, "limits"),
    requests: ownObject(resources, "requests"),
  };
}
