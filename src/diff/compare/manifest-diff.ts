import type { DiagnosticCode } from "../../diagnostics/codes.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import type { Effect } from "../../kuberay/effects/effects.ts";
import type { ManifestKind } from "../../kuberay/views/manifest-view.ts";
import type { spellingCauses } from "./spelling-causes.ts";

/** The outcome of comparing two manifests: plain data, safe to pass to `JSON.stringify`. */
export type ManifestDiff = ComparedManifests | NotCompared;

/** Two manifests that could be compared. */
export interface ComparedManifests {
  readonly ok: true;
  /** What the report calls the pair: the title given, else the namespace and the name of the object. */
  readonly title: string;
  /** The kind of the new manifest, or of the old one if there is no new one. */
  readonly kind: ManifestKind;
  /** The target of a project that the object belongs to, for reports over several; the command line sets it. */
  readonly target?: string;
  /**
   * The folder of the project file that has the target, from that of the project that was asked for; only in reports over
   * several project files, and not for the targets of that project itself.
   */
  readonly project?: string;
  /** The KubeRay release that the effects hold for. */
  readonly kuberay_version: string;
  /** Where the release comes from: a flag, a target of a project, or the newest known one. None if not given. */
  readonly kuberay_version_from?: string;
  /** Which of the two manifests are there. */
  readonly presence: "both" | "created" | "deleted" | "neither";
  /** Whether both mean the same; they may be written differently. */
  readonly same: boolean;
  /** The most severe effect of all; `rejected` where KubeRay refuses the new manifest, unless both mean the same. */
  readonly effect: Effect;
  /** What differs, by path: the same places in the same order whichever manifest is the old one. */
  readonly changes: readonly Change[];
  /** What KubeRay refuses in the new manifest, be it changed or not. */
  readonly refusals: readonly Refusal[];
  /** What Kubernetes refuses in the pods of the new manifest, so that KubeRay can make none of that group. */
  readonly pod_refusals: readonly Refusal[];
  /** What the API server drops of the new manifest, be it changed or not. */
  readonly dropped: readonly Refusal[];
  /** What is written differently and means the same. */
  readonly spelling: readonly SpellingDifference[];
  readonly totals: { readonly before: Totals | null; readonly after: Totals | null };
  /** None: what is wrong with manifests that can be compared stands above. */
  readonly diagnostics: readonly Diagnostic[];
}

/** An input was no object that KubeRay looks after, or the target was no KubeRay release with feature gates of its own. */
export interface NotCompared {
  readonly ok: false;
  readonly title: string;
  /** As of manifests that were compared; none where neither has one. */
  readonly kind?: ManifestKind;
  /** As of manifests that were compared. */
  readonly target?: string;
  readonly project?: string;
  /** What is wrong with a manifest, at the path `old` or `new`, or with the options. */
  readonly diagnostics: readonly Diagnostic[];
}

/** One thing that means something else now. */
export interface Change {
  /** `spec.workerGroupSpecs[worker-group-0].minReplicas`: items of lists by their names. */
  readonly path: string;
  readonly kind: "added" | "removed" | "changed";
  /** None if it is added. Of a list whose order changed: the names in that order. */
  readonly before?: PlainData;
  /** None if it is removed. */
  readonly after?: PlainData;
  readonly effect: Effect;
  /** Why it has that effect, as sentences. */
  readonly reason: string;
}

/** What the API server, KubeRay or Kubernetes refuses of the new manifest, or drops. */
export interface Refusal {
  /** The law that the manifest breaks. */
  readonly code: DiagnosticCode;
  readonly path: string;
  /** What is wrong, with the values and the release that refuses or drops it. */
  readonly message: string;
}

/**
 * Why two ways to write something mean the same: the same `quantity`; a default that the API server stores
 * (`server-default`), that KubeRay or Kubernetes read (`default`), that KubeRay fills in (`operator-default`) or that Go
 * leaves out (`zero`); something `empty`; the `order` of a list; the YAML in a text
 * (`yaml-text`); a `port-name` that nothing goes by; the same
 * `service-account` under another field; `replicas` moved by the `autoscaler`; what `kueue` writes; what
 * is `unread`; `replicas` that bounds hold at the same number without an autoscaler (`replica-bounds`); custom resources in other quotes
 * (`ray-resources`); `fault-tolerance` in the old way or in the new one; what the API server `dropped`; another `api-version` of the same stored
 * object; a `namespace` that only the object in the cluster names.
 */
export type SpellingCause = keyof typeof spellingCauses;

/** Something that is written differently and means the same. */
export interface SpellingDifference {
  readonly path: string;
  readonly before?: PlainData;
  readonly after?: PlainData;
  readonly cause: SpellingCause;
  /** Another one than `none` where KubeRay compares the text of the spec instead of its meaning. */
  readonly effect: "none" | "recreate" | "new-cluster";
  /** Why it means the same, and what it does nevertheless, as sentences. */
  readonly reason: string;
}

/** What the pods of a cluster ask for together. */
export interface Totals {
  readonly minimum: ClusterAmounts;
  /** Null if a group that can scale has no upper bound. */
  readonly maximum: ClusterAmounts | null;
}

/** Pods with the head, CPU in thousandths, memory in bytes, GPUs and other extended resources whole. */
export interface ClusterAmounts {
  readonly pods: number;
  readonly cpu_millis: number;
  readonly memory_bytes: number;
  /** GPUs by resource keys, as KubeRay tells them, or by `num-gpus` if that says more. */
  readonly gpus: number;
  /** Every extended resource that containers ask for, by its key in the order of the alphabet: `google.com/tpu`. */
  readonly resources: Readonly<Record<string, number>>;
}
