import { ownField, ownList, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { Path } from "../diagnostics/path.ts";
import { formatPath } from "../diagnostics/path.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import type { ManifestView } from "../kuberay/views/manifest-view.ts";
import { viewManifest } from "../kuberay/views/manifest-view.ts";
import { assumedFace, clusterFace } from "./cluster-face.ts";
import type { RequestDraft } from "./import-cluster-options.ts";
import { importJob } from "./import-job.ts";
import type { ImportNote } from "./import-notes.ts";
import { importService } from "./import-service.ts";
import { renamed } from "./owner-words.ts";

/** An object as the import takes it: the cluster that it is or makes, and what it says besides. */
export interface ImportedObject {
  /** As a RayCluster. */
  readonly cluster: PlainObject;
  /** Puts into the request what is no cluster's. */
  readonly putOwner: (request: RequestDraft) => void;
  /** A note on the cluster, with the place where the object has it. */
  readonly placed: (note: ImportNote) => ImportNote;
  readonly notes: readonly ImportNote[];
}

export function readObject(data: PlainObject): ImportedObject {
  const view = viewManifest(data);
  const own = clusterFace(data);
  if (view === undefined || view.kind === "RayCluster") {
    return { cluster: data, putOwner: () => {}, placed: (note) => note, notes: [] };
  }
  const place = formatPath(view.cluster?.path ?? missingClusterPath(view));
  return {
    cluster: own ?? assumedFace(view, submitterImage(view)),
    putOwner: (request) => putOwner(view, request),
    placed: (note) =>
      note.path.startsWith("spec.") ? { ...note, path: `${place}${note.path.slice(4)}` } : note,
    notes: [
      ...(own === undefined ? [assumed(view, place)] : []),
      ...unselected(view),
      ...(servesNothing(view) ? [NOTHING_SERVED] : []),
    ],
  };
}

function servesNothing({ kind, spec }: ManifestView): boolean {
  return kind === "RayService" && (ownField(spec, "serveConfigV2") ?? null) === null;
}

/** Where the cluster would stand. */
function missingClusterPath({ job }: ManifestView): Path {
  return job === undefined ? ["spec", "rayClusterConfig"] : [...job.path, "rayClusterSpec"];
}

function putOwner(view: ManifestView, request: RequestDraft): void {
  const { kind, spec, job } = view;
  const owner = job?.spec ?? spec;
  const manager = ownText(owner, "managedBy");
  if (manager !== undefined) request.managed_by = manager;
  if (job === undefined) {
    request.service = importService(spec);
    return;
  }
  const isScheduled = kind === "RayCronJob";
  const own = importJob(job, isScheduled);
  request.job = isScheduled
    ? {
        ...own,
        ...renamed(spec, [
          ["schedule", "schedule"],
          ["timeZone", "time_zone"],
          ["suspend", "suspend"],
        ]),
      }
    : own;
}

/** KubeRay 0.6 submits with this image where no cluster says another one: common/job.go. */
const SUBMITTERS_IMAGE = "rayproject/ray:latest";

function submitterImage({ job }: ManifestView): string {
  const podSpec = ownObject(ownObject(job?.spec, "submitterPodTemplate"), "spec");
  const [container] = ownList(podSpec, "containers");
  return ownText(container, "image") ?? SUBMITTERS_IMAGE;
}

/** KubeRay takes such an object and makes the cluster: reconcileServe in rayservice_controller.go, v1.7.0. */
const NOTHING_SERVED: ImportNote = Object.freeze({
  kind: "refused",
  path: "request.service.serve_config",
  message:
    "The RayService has no serveConfigV2: KubeRay would make its cluster, but serve nothing, and the service would never be ready. Write the Serve applications in serve_config.",
});

/** The spec of a cluster beside a clusterSelector, which wins. */
function unselected({ job }: ManifestView): readonly ImportNote[] {
  if (job?.selectsCluster !== true || ownField(job.spec, "rayClusterSpec") === undefined) return [];
  return [
    {
      kind: "left-out",
      path: formatPath([...job.path, "rayClusterSpec"]),
      message: "The job runs on the cluster of its clusterSelector, and makes none of this.",
    },
  ];
}

function assumed({ job }: ManifestView, place: string): ImportNote {
  const isThere = job?.selectsCluster === true;
  return {
    kind: "assumed",
    path: isThere ? formatPath([...job.path, "clusterSelector"]) : place,
    message: isThere
      ? "The job runs on an existing cluster, so config has assumed values: write there what that cluster is."
      : "It brings no cluster, so config has assumed values: write there what the cluster should be.",
  };
}
