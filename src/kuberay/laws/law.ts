import type { Severity } from "../../diagnostics/code-entry.ts";
import type { Target } from "../../diagnostics/diagnostic.ts";
import type { ManifestCode } from "../../diagnostics/manifest-codes.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { FeatureGateName, FeatureGateSettings, GateState } from "../feature-gates.ts";
import { gateState } from "../feature-gates.ts";
import type { Version } from "../version.ts";
import { isAtLeast } from "../version.ts";
import type { ManifestKind, ManifestView } from "../views/manifest-view.ts";

/** The operator that a manifest is for. */
export interface OperatorTarget {
  readonly kuberay: Version;
  /** The feature gates that are known. */
  readonly gates: FeatureGateSettings;
}

/** What KubeRay makes of a manifest of some kinds, from one release to another. */
export interface Law {
  readonly code: ManifestCode;
  /** That of its code, which compiling does not load. */
  readonly severity: Severity;
  readonly kinds: readonly ManifestKind[];
  /** The first release of which it holds. */
  readonly since: Version;
  /** The first release of which it no longer holds. */
  readonly until?: Version | undefined;
  /** The feature gate that has a say in it. */
  readonly gate?: FeatureGateName | undefined;
  readonly check: (view: ManifestView, target: OperatorTarget) => Iterable<Breach>;
}

/** One place where a manifest breaks a law. */
export interface Breach {
  readonly path: Path;
  /** Whether the key or the value at the path is meant; the value unless said. */
  readonly target?: Target | undefined;
  /** What is wrong, with the values, as sentences. */
  readonly message: string;
  /**
   * The consequence, as a sentence. Default for errors: from which release on the operator refuses the manifest; for
   * warnings nothing.
   */
  readonly consequence?: string | undefined;
  /** What to do about it. */
  readonly hint?: string | undefined;
  /** Other places that have part in it. */
  readonly related?: readonly RelatedBreach[] | undefined;
  /** Default: the severity of the law. */
  readonly severity?: Severity | undefined;
}

export interface RelatedBreach {
  readonly path: Path;
  readonly message: string;
}

/** `1.5` or `1.5.1`. */
export type ReleaseName = `${number}.${number}` | `${number}.${number}.${number}`;

/** A law as its file states it. An error of all kinds, since the oldest release, unless said. */
export interface LawDefinition<Code extends ManifestCode> {
  readonly code: Code;
  readonly severity?: Severity;
  readonly kinds?: readonly ManifestKind[];
  readonly since?: ReleaseName;
  readonly until?: ReleaseName;
  readonly gate?: FeatureGateName;
  readonly check: Law["check"];
}

export function defineLaw<const Code extends ManifestCode>(
  definition: LawDefinition<Code>,
): Law & { readonly code: Code } {
  const {
    code,
    severity = "error",
    kinds = EVERY_KIND,
    since = "0.4",
    until,
    gate,
    check,
  } = definition;
  return Object.freeze({
    code,
    severity,
    kinds: Object.freeze([...kinds]),
    since: release(since),
    until: until === undefined ? undefined : release(until),
    gate,
    check,
  });
}

/** Whether the target is a release or a later one. */
export function isFrom({ kuberay }: OperatorTarget, name: ReleaseName): boolean {
  const { major, minor, patch } = release(name);
  return isAtLeast(kuberay, major, minor, patch);
}

/** Whether a gate of the target is on. */
export function gateOf({ kuberay, gates }: OperatorTarget, name: FeatureGateName): GateState {
  return gateState(name, kuberay, gates);
}

/** `the feature gate X, which is off by default`, or `is off`: of a gate that is not on, the end of a sentence that names it. */
export function gateWords(name: FeatureGateName, { isKnown }: GateState): string {
  return `the feature gate ${name}, which is off${isKnown ? "" : " by default"}`;
}

const EVERY_KIND: readonly ManifestKind[] = ["RayCluster", "RayJob", "RayService", "RayCronJob"];

function release(name: ReleaseName): Version {
  const [major = 0, minor = 0, patch = 0] = name.split(".").map(Number);
  return Object.freeze({ major, minor, patch });
}
