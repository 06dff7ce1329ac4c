import { count, showText } from "../diagnostics/show.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import type { Version } from "./version.ts";
import { formatVersion, isAtOrAfter } from "./version.ts";

/** A feature gate of the operator. It is alpha and off by default at first, and beta and on by default from `beta` on. */
export interface FeatureGate {
  readonly name: string;
  /** The first KubeRay release that has it. */
  readonly since: Version;
  /** The first release with it on by default. */
  readonly beta?: Version;
  /** The first release that no longer has it. */
  readonly until?: Version;
}

/**
 * Every feature gate, in the order of the releases that brought them.
 * Source: ray-operator/pkg/features/features.go, v1.2.0 to v1.7.0.
 */
export const featureGates = Object.freeze([
  gate("RayClusterStatusConditions", [1, 2], { beta: [1, 3] }),
  gate("RayJobDeletionPolicy", [1, 3], { beta: [1, 6] }),
  gate("RayMultiHostIndexing", [1, 5], { beta: [1, 6] }),
  gate("RayServiceIncrementalUpgrade", [1, 5], { beta: [1, 7] }),
  gate("RayCronJob", [1, 6]),
  gate("AsyncJobInfoQuery", [1, 6], { until: [1, 7] }),
  gate("SidecarSubmitterRestart", [1, 7]),
  gate("RayClusterNetworkPolicy", [1, 7]),
  gate("GCSFaultToleranceEmbeddedStorage", [1, 7]),
  gate("RayClusterMTLS", [1, 7]),
  gate("RayClusterHistoryServer", [1, 7]),
  gate("KubernetesWAS", [1, 7]),
]);

export type FeatureGateName = (typeof featureGates)[number]["name"];

/** Gates that are known to be on or off in an operator, by name. What is not in it has the default of the release. */
export type FeatureGateSettings = ReadonlyMap<string, boolean>;

export const noFeatureGates: FeatureGateSettings = new Map();

/** Whether a gate is on, and whether that is known or the default of the release. */
export interface GateState {
  readonly isOn: boolean;
  readonly isKnown: boolean;
}

/** The gates that a release has. */
export function gatesOf(kuberay: Version): readonly FeatureGate[] {
  return featureGates.filter((entry) => hasGate(entry, kuberay));
}

/**
 * Whether a gate is on. One that the release does not have is off, and that is known. `AllAlpha` and `AllBeta` set all
 * gates of a stage that are not set by name, as k8s.io/component-base/featuregate reads them.
 */
export function gateState(
  name: FeatureGateName,
  kuberay: Version,
  settings: FeatureGateSettings,
): GateState {
  const entry: FeatureGate | undefined = featureGates.find((candidate) => candidate.name === name);
  if (entry === undefined || !hasGate(entry, kuberay)) return { isOn: false, isKnown: true };
  const isBeta = isBetaAt(entry, kuberay);
  const set = settings.get(name) ?? settings.get(isBeta ? ALL_BETA : ALL_ALPHA);
  return { isOn: set ?? isBeta, isKnown: set !== undefined };
}

export type ReadFeatureGates =
  | { readonly ok: true; readonly gates: FeatureGateSettings }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * `RayCronJob=true,RayClusterMTLS=false`, as the operator's flag --feature-gates takes it -> settings; or what is wrong
 * with it, as sentences. The operator of a release does not start with a gate that it does not have.
 */
export function readFeatureGates(text: string, kuberay: Version): ReadFeatureGates {
  const gates = new Map<string, boolean>();
  const problems: string[] = [];
  for (const part of text.split(",").map((piece) => piece.trim())) {
    if (part === "") continue;
    const equals = part.indexOf("=");
    const name = (equals === -1 ? part : part.slice(0, equals)).trim();
    const value = equals === -1 ? "" : part.slice(equals + 1).trim();
    const isOn = TRUE.has(value) ? true : FALSE.has(value) ? false : undefined;
    const problem = nameProblemOf(name, kuberay) ?? valueProblem(name, value, isOn);
    if (problem === undefined && isOn !== undefined) gates.set(name, isOn);
    else if (problem !== undefined) problems.push(problem);
  }
  if (problems.length > MAXIMUM_PROBLEMS) {
    const rest = problems.splice(MAXIMUM_PROBLEMS).length;
    problems.push(`${count(rest, "more feature gate")} cannot be read.`);
  }
  return problems.length === 0 ? { ok: true, gates } : { ok: false, problems };
}

const ALL_ALPHA = "AllAlpha";
const ALL_BETA = "AllBeta";
const MAXIMUM_PROBLEMS = 10;

/** What Go's strconv.ParseBool takes. */
const TRUE: ReadonlySet<string> = new Set(["1", "t", "T", "true", "TRUE", "True"]);
const FALSE: ReadonlySet<string> = new Set(["0", "f", "F", "false", "FALSE", "False"]);

function nameProblemOf(name: string, kuberay: Version): string | undefined {
  if (name === ALL_ALPHA || name === ALL_BETA) return undefined;
  const entry: FeatureGate | undefined = featureGates.find((candidate) => candidate.name === name);
  const release = formatVersion(kuberay);
  if (entry === undefined) {
    const known = gatesOf(kuberay).map((candidate) => candidate.name);
    const hint = didYouMean(name, known) ?? `It has ${known.join(", ") || "none"}.`;
    return `KubeRay ${release} has no feature gate ${showText(name)}. ${hint}`;
  }
  if (hasGate(entry, kuberay)) return undefined;
  const { since, until } = entry;
  return until !== undefined && isAtOrAfter(kuberay, until)
    ? `KubeRay ${release} no longer has the feature gate ${name}; ${formatVersion(until)} removed it.`
    : `KubeRay ${release} has no feature gate ${name}, which came with ${formatVersion(since)}.`;
}

function valueProblem(name: string, value: string, isOn: boolean | undefined): string | undefined {
  if (isOn !== undefined) return undefined;
  return `The feature gate ${name} must be true or false, not ${showText(value)}.`;
}

function hasGate({ since, until }: FeatureGate, kuberay: Version): boolean {
  if (!isAtOrAfter(kuberay, since)) return false;
  return until === undefined || !isAtOrAfter(kuberay, until);
}

function isBetaAt({ beta }: FeatureGate, kuberay: Version): boolean {
  return beta !== undefined && isAtOrAfter(kuberay, beta);
}

type Minor = readonly [major: number, minor: number];

function gate<const Name extends string>(
  name: Name,
  since: Minor,
  stages: { readonly beta?: Minor; readonly until?: Minor } = {},
): FeatureGate & { readonly name: Name } {
  return Object.freeze({
    name,
    since: minorRelease(since),
    ...(stages.beta === undefined ? {} : { beta: minorRelease(stages.beta) }),
    ...(stages.until === undefined ? {} : { until: minorRelease(stages.until) }),
  });
}

function minorRelease([major, minor]: Minor): Version {
  return Object.freeze({ major, minor, patch: 0 });
}
