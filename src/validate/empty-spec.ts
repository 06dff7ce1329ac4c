import type { Finding } from "../diagnostics/diagnostic.ts";
import { isObject, ownFieldAt } from "../diagnostics/own-field.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import type { ManifestView } from "../kuberay/views/manifest-view.ts";

/**
 * The object that says what a manifest is to make, where it is missing or has no member. The CRDs of KubeRay require no spec,
 * and no field of a RayJob's, so the API server takes that; each missing member would be a finding of its own.
 */
export function emptySpec({ kind, data }: ManifestView): Finding | undefined {
  const place = PLACES[kind].find(({ path }) => isEmpty(ownFieldAt(data, ...path)));
  if (place === undefined) return undefined;
  const { path, contents } = place;
  const isThere = isObject(ownFieldAt(data, ...path));
  const name = path.at(-1);
  return {
    code: "api-missing-field",
    document: "manifest",
    path,
    ...(isThere ? { target: "key" } : {}),
    message: `${name} is ${isThere ? "empty" : "missing"}, so KubeRay has nothing to make the ${kind} of.`,
    hint: `Write ${contents} below ${name}.`,
  };
}

interface Place {
  readonly path: readonly string[];
  /** What nobody leaves out there. */
  readonly contents: string;
}

/** From the outside in. */
const PLACES: Readonly<Record<ManifestView["kind"], readonly Place[]>> = Object.freeze({
  RayCluster: [{ path: ["spec"], contents: "headGroupSpec and workerGroupSpecs" }],
  RayJob: [{ path: ["spec"], contents: "entrypoint and rayClusterSpec" }],
  RayService: [{ path: ["spec"], contents: "rayClusterConfig and serveConfigV2" }],
  RayCronJob: [
    { path: ["spec"], contents: "schedule and jobTemplate" },
    { path: ["spec", "jobTemplate"], contents: "entrypoint and rayClusterSpec" },
  ],
});

function isEmpty(value: PlainData | undefined): boolean {
  if (value === undefined) return true;
  return isObject(value) && Object.keys(value).length === 0;
}
