import { apiFor } from "../api/api-for.ts";
import { isObject, ownField, ownList, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import type { DiffPath } from "../diff/compare/diff-path.ts";
import { kindOf } from "../kuberay/views/manifest-view.ts";
import { saidOfJobs, saidOfServices } from "../model/owner/template-fields.ts";
import { meaningful } from "./cluster-patch.ts";
import type { RequestDraft } from "./import-cluster-options.ts";
import { differsAt } from "./left-over.ts";
import type { Deployment } from "./read-deployment.ts";
import { templatePatch } from "./template-patch.ts";

/** The part of an object that a template of the request is merged over. */
interface OwnerPart {
  readonly field: "job_template" | "service_template";
  readonly kind: "RayJob" | "RayService";
  readonly typeName: "RayJobSpec" | "RayServiceSpec";
  readonly path: DiffPath;
  /** Without what fields of the request say. */
  readonly spec: PlainObject;
}

/**
 * Asks for the submitter's pod where the object brings one, so that what the compiler makes of it is there to be compared.
 * Whether it did.
 */
export function askForSubmitter(given: PlainObject, request: RequestDraft): boolean {
  const part = partOf(given);
  if (part === undefined || !isObject(ownField(part.spec, SUBMITTER))) return false;
  request[part.field] = { [SUBMITTER]: {} };
  return true;
}

const SUBMITTER = "submitterPodTemplate";

/** Puts into the request, as a template, what its fields leave of a job or a service. Whether there was anything. */
export function placeOwnerPatch(
  given: PlainObject,
  compiled: PlainObject,
  request: RequestDraft,
  { kuberay, comparison }: Deployment,
): boolean {
  const [wanted, own] = [partOf(given), partOf(compiled)];
  if (wanted === undefined || own === undefined) return false;
  const { field, kind, typeName, path } = wanted;
  const differs = differsAt(given, compiled, comparison);
  const apiVersion = ownText(compiled, "apiVersion") ?? "";
  const answer = apiFor({ kind, apiVersion, kuberayVersion: kuberay });
  const type = answer.ok ? answer.api.typeNamed(typeName) : undefined;
  const patch = meaningful(templatePatch(own.spec, wanted.spec, type), path, differs);
  delete request[field];
  if (Object.keys(patch).length === 0) return false;
  request[field] = patch;
  return true;
}

function partOf(data: PlainObject): OwnerPart | undefined {
  const kind = kindOf(data);
  const spec = ownObject(data, "spec");
  switch (kind) {
    case "RayJob":
      return jobPart(spec, ["spec"]);
    case "RayCronJob":
      return jobPart(ownObject(spec, "jobTemplate"), ["spec", "jobTemplate"]);
    case "RayService":
      return {
        field: "service_template",
        kind: "RayService",
        typeName: "RayServiceSpec",
        path: ["spec"],
        spec: without(
          spec,
          saidOfServices.map(([name]) => name),
        ),
      };
    default:
      return undefined;
  }
}

function jobPart(spec: PlainObject, path: DiffPath): OwnerPart {
  return {
    field: "job_template",
    kind: "RayJob",
    typeName: "RayJobSpec",
    path,
    spec: without(
      spec,
      saidOfJobs.map(([name]) => name),
    ),
  };
}

function without(spec: PlainObject, names: readonly string[]): PlainObject {
  const result: Record<string, PlainData> = {};
  for (const [key, value] of Object.entries(spec)) if (!names.includes(key)) result[key] = value;
  return result;
}

/** Whether the first container of a submitter is called as the compiler calls it, so that fields can say its image. */
export function isNamedAsOurs(podSpec: PlainObject): boolean {
  const [container] = ownList(podSpec, "containers");
  return ownText(container, "name") === "ray-job-submitter";
}
