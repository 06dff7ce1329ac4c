import type { Finding } from "../diagnostics/diagnostic.ts";
import { optionFindings } from "../diagnostics/option-findings.ts";
import type { OptionProblem } from "../diagnostics/read-options.ts";
import { readOptions } from "../diagnostics/read-options.ts";
import { showText } from "../diagnostics/show.ts";
import { noFeatureGates, readFeatureGates } from "../kuberay/feature-gates.ts";
import type { KuberayRelease } from "../kuberay/kuberay-release.ts";
import { kuberayRelease, newestKuberayVersion, oldestKuberay } from "../kuberay/releases.ts";
import type { Version } from "../kuberay/version.ts";
import { formatVersion, parseVersion, versionProblem } from "../kuberay/version.ts";
import type { GivenCrds } from "./given-crds.ts";
import { noCrds, readGivenCrds } from "./given-crds.ts";
import type { PodSecurityLevel } from "./pod/pod-context.ts";
import type { ServedApis } from "./served-apis.ts";
import { createServedApis } from "./served-apis.ts";
import type { ValidateOptions } from "./validate-options.ts";
import type { ValidationTarget } from "./validation-target.ts";

export type ReadTarget =
  | {
      readonly ok: true;
      readonly target: ValidationTarget;
      readonly release: KuberayRelease;
      readonly strict: boolean;
      readonly crds: GivenCrds;
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Options -> the target that they describe, or what is wrong with them. Never throws. Its APIs are among those served, which
 * targets can share.
 */
export function readTarget(options: unknown, served: ServedApis = createServedApis()): ReadTarget {
  const { values, problems } = readOptions<ValidateOptions>(options, {
    kuberayVersion: "text",
    featureGates: "text",
    kubernetesVersion: "text",
    podSecurity: "text",
    crd: "anything",
    strict: "switch",
  });
  const found: OptionProblem[] = [...problems];
  const kuberay = readKuberay(values.kuberayVersion ?? newestKuberayVersion, found);
  const release = kuberay === undefined ? undefined : readRelease(kuberay, found);
  const gates =
    kuberay === undefined || release === undefined
      ? noFeatureGates
      : readGates(values, kuberay, found);
  const kubernetesMinor = readKubernetes(values.kubernetesVersion, found);
  const podSecurity = readLevel(values.podSecurity, found);
  const crds = values.crd === undefined ? noCrds : readGivenCrds(values.crd, found);
  if (kuberay === undefined || release === undefined || found.length > 0) {
    return { ok: false, findings: optionFindings(found) };
  }
  const apiOf = (kind: string, apiVersion: string) =>
    crds.apiOf(kind, apiVersion) ?? served({ kind, apiVersion, kuberayVersion: kuberay });
  const target = { kuberay, gates, kubernetesMinor, podSecurity, apiOf };
  return { ok: true, target, release, strict: values.strict ?? false, crds };
}

function readKuberay(text: string, found: OptionProblem[]): Version | undefined {
  const kuberay = parseVersion(text);
  if (kuberay === undefined) {
    found.push({
      option: "kuberayVersion",
      message: `${showText(text)} is not a version. ${versionProblem(text) ?? ""}`,
      hint: `Write a release of KubeRay such as ${newestKuberayVersion}.`,
    });
  }
  return kuberay;
}

function readRelease(kuberay: Version, found: OptionProblem[]): KuberayRelease | undefined {
  const release = kuberayRelease(kuberay);
  if (release === undefined) {
    found.push({
      option: "kuberayVersion",
      message: `KubeRay ${formatVersion(kuberay)} is older than ${formatVersion(oldestKuberay)}.`,
      hint: `The oldest known release is ${formatVersion(oldestKuberay)}.`,
    });
  }
  return release;
}

function readGates(
  { featureGates = "" }: Partial<ValidateOptions>,
  kuberay: Version,
  found: OptionProblem[],
) {
  const read = readFeatureGates(featureGates, kuberay);
  if (read.ok) return read.gates;
  const hint = "Write them as for the operator: NAME=true,OTHER=false.";
  found.push(...read.problems.map((message) => ({ option: "featureGates", message, hint })));
  return noFeatureGates;
}

function readKubernetes(text: string | undefined, found: OptionProblem[]): number | undefined {
  if (text === undefined) return undefined;
  const [, minor] = /^v?1\.(\d{1,3})(?:\.\d{1,3})?$/.exec(text) ?? [];
  if (minor !== undefined) return Number(minor);
  found.push({
    option: "kubernetesVersion",
    message: `${showText(text)} is not a Kubernetes release.`,
    hint: "Write two numbers such as 1.34.",
  });
  return undefined;
}

const LEVELS: readonly PodSecurityLevel[] = Object.freeze(["baseline", "restricted"]);

function readLevel(text: string | undefined, found: OptionProblem[]): PodSecurityLevel | undefined {
  if (text === undefined || text === "privileged") return undefined;
  const level = LEVELS.find((candidate) => candidate === text);
  if (level !== undefined) return level;
  found.push({
    option: "podSecurity",
    message: `${showText(text)} is not a Pod Security level.`,
    hint: "Write privileged, baseline or restricted.",
  });
  return undefined;
}
