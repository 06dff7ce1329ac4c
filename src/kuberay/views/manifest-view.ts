import { isObject, ownField, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { ClusterSpecView } from "./cluster-spec-view.ts";
import { viewClusterSpec } from "./cluster-spec-view.ts";
import { generatedName } from "./generated-name.ts";
import { givenName } from "./given-name.ts";

/** The kinds that KubeRay's operator manages. */
export type ManifestKind = (typeof manifestKinds)[number];

export const manifestKinds = Object.freeze([
  "RayCluster",
  "RayJob",
  "RayService",
  "RayCronJob",
] as const);

/** A manifest as the operator sees it. Nothing is validated: what has another type than it should counts as left out. */
export interface ManifestView {
  readonly kind: ManifestKind;
  readonly data: PlainObject;
  readonly apiVersion: string;
  /** Of one that the API server makes of generateName, as long and spelled as it will be. */
  readonly name: string;
  readonly labels: PlainObject;
  readonly annotations: PlainObject;
  readonly spec: PlainObject;
  /** The cluster that the operator makes of it; undefined where a RayJob runs on another one. */
  readonly cluster: ClusterSpecView | undefined;
  /** What a RayJob or a RayCronJob runs. */
  readonly job: JobSpecView | undefined;
}

/** The spec of a RayJob, or the template of a RayCronJob. */
export interface JobSpecView {
  readonly path: Path;
  readonly spec: PlainObject;
  /** What the operator takes for an empty one: K8sJobMode, the CRD's default. */
  readonly submissionMode: string;
  readonly clusterSelector: PlainObject;
  /** Whether the job runs on a cluster that is there already. */
  readonly selectsCluster: boolean;
}

/** The kind of an object that the operator looks after; undefined for any other. */
export function kindOf(data: PlainObject): ManifestKind | undefined {
  return manifestKinds.find((candidate) => candidate === ownField(data, "kind"));
}

/** The view of an object of a kind that the operator looks after; undefined for any other. */
export function viewManifest(data: PlainObject): ManifestView | undefined {
  const kind = kindOf(data);
  if (kind === undefined) return undefined;
  const metadata = ownObject(data, "metadata");
  const spec = ownObject(data, "spec");
  const job = viewJob(kind, spec);
  return {
    kind,
    data,
    apiVersion: ownText(data, "apiVersion") ?? "",
    name: givenName(metadata) ?? generatedFrom(ownText(metadata, "generateName")),
    labels: ownObject(metadata, "labels"),
    annotations: ownObject(metadata, "annotations"),
    spec,
    cluster: viewCluster(kind, spec, job),
    job,
  };
}

function generatedFrom(prefix: string | undefined): string {
  return prefix === undefined ? "" : generatedName(prefix);
}

function viewJob(kind: ManifestKind, spec: PlainObject): JobSpecView | undefined {
  if (kind === "RayJob") return viewJobSpec(spec, ["spec"]);
  if (kind === "RayCronJob") return viewJobSpec(ownObject(spec, "jobTemplate"), JOB_TEMPLATE_PATH);
  return undefined;
}

const JOB_TEMPLATE_PATH: Path = Object.freeze(["spec", "jobTemplate"]);

function viewJobSpec(spec: PlainObject, path: Path): JobSpecView {
  const clusterSelector = ownObject(spec, "clusterSelector");
  return {
    path,
    spec,
    submissionMode: ownText(spec, "submissionMode") || "K8sJobMode",
    clusterSelector,
    selectsCluster: Object.keys(clusterSelector).length > 0,
  };
}

function viewCluster(
  kind: ManifestKind,
  spec: PlainObject,
  job: JobSpecView | undefined,
): ClusterSpecView | undefined {
  if (kind === "RayCluster") return viewClusterSpec(spec, ["spec"]);
  const owner = job ?? { spec, path: ["spec"] };
  const field = job === undefined ? "rayClusterConfig" : "rayClusterSpec";
  const found = ownField(owner.spec, field);
  return isObject(found) ? viewClusterSpec(found, [...owner.path, field]) : undefined;
}
