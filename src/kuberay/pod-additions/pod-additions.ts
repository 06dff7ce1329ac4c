import { ownField, ownObject, ownText } from "../../diagnostics/own-field.ts";
import { HEAD_GROUP } from "../head-names.ts";
import { probesByHttp } from "../http-probes.ts";
import { metricsPort } from "../ports.ts";
import { kuberayRelease, oldestRelease } from "../releases.ts";
import { checkName } from "../service-name.ts";
import type { AddedContainer, AddedMount } from "./added-container.ts";
import {
  autoscalerContainer,
  certificateContainer,
  historyContainer,
  waitContainer,
} from "./added-containers.ts";
import { addedVolumes } from "./added-mounts.ts";
import type { PodAdditionsInput } from "./pod-additions-input.ts";
import { podNamePrefix } from "./pod-names.ts";
import type { PodRelease, ProbeInjection } from "./pod-release.ts";

/** What the operator adds to a pod template before it asks Kubernetes for the pod. */
export interface PodAdditions {
  /** Behind the template's containers. */
  readonly containers: readonly AddedContainer[];
  /** Behind the template's init containers. */
  readonly initContainers: readonly AddedContainer[];
  /** Names of volumes that come on top of the template's. */
  readonly volumes: readonly string[];
  /** Mounts of the Ray container. */
  readonly mounts: readonly AddedMount[];
  /** The Ray container gets the port `metrics` unless a port of it has that name. */
  readonly metricsPort: number | undefined;
  /** Variables of the Ray container that win over the template's. */
  readonly environment: readonly string[];
  /** Variables of all init containers that win over the template's. */
  readonly initEnvironment: readonly string[];
  /** Fields of gcsFaultToleranceOptions that become variables of the Ray container. */
  readonly redisOptions: readonly string[];
  /** Labels of every pod that come of the cluster's and the group's names. */
  readonly labels: Readonly<Record<string, string>>;
  /** The keys of all labels that every pod gets. */
  readonly labelKeys: readonly string[];
  /** A cluster whose name makes wrong labels is refused before it has pods. */
  readonly refusesWrongNames: boolean;
  /** The template's own values of those labels win, and the operator does not find its pods. */
  readonly labelsYield: boolean;
  /** Annotations of every pod. */
  readonly annotations: Readonly<Record<string, string>>;
  readonly keepsNamespace: boolean;
  readonly restartPolicy: "Never" | undefined;
  /** The head's account under autoscaling, which is not the one of the template where that is cut. */
  readonly serviceAccountName: string | undefined;
  /** What the pods' names begin with; five characters follow. Undefined for the head and submitters. */
  readonly namePrefix: string | undefined;
  /** What is done to the Ray container's probes; undefined where nothing. */
  readonly probes: ProbeInjection | undefined;
  /** The port that the operator's own probe asks comes from rayStartParams. */
  readonly probesAgentPort: boolean;
  readonly dropsMountsWithoutVolume: boolean;
}

/** Source: labelPod in ray-operator/controllers/ray/common/pod.go, the same at every tag. */
const LABEL_KEYS: readonly string[] = Object.freeze([
  "ray.io/is-ray-node",
  "ray.io/cluster",
  "ray.io/node-type",
  "ray.io/group",
  "ray.io/identifier",
  "app.kubernetes.io/name",
  "app.kubernetes.io/created-by",
]);
const FAULT_TOLERANCE = "ray.io/ft-enabled";

/**
 * What KubeRay adds to the pods of a group, by release and by the cluster's settings, with the operator's default
 * configuration and feature gates. Source: ray-operator/controllers/ray/common/pod.go at each tag.
 */
export function podAdditions(input: PodAdditionsInput): PodAdditions {
  const release = kuberayRelease(input.kuberay) ?? oldestRelease;
  if (input.role === "submitter") return NOTHING;
  const isHead = input.role === "head";
  const autoscales = ownField(input.cluster, "enableInTreeAutoscaling") === true;
  const autoscaler = isHead && autoscales ? autoscalerContainer(input, release) : undefined;
  const wait = isHead ? undefined : waitContainer(input, release);
  const certificate = certificateContainer(input, release);
  const history = historyContainer(input, release);
  const { volumes, mounts, autoscalerMounts } = addedVolumes(input, release, autoscaler);
  return {
    containers: [
      ...(autoscaler === undefined ? [] : [{ ...autoscaler, mounts: autoscalerMounts }]),
      ...(history === undefined ? [] : [history]),
    ],
    initContainers: [certificate, wait].filter((added) => added !== undefined),
    volumes,
    mounts,
    metricsPort: metricsPort.containerPort,
    environment: [...release.environment, ...(isHead ? [] : release.addressEnvironment)],
    initEnvironment: release.addressEnvironment,
    redisOptions:
      isHead && release.gcsFaultToleranceIsField ? ["redisUsername", "redisPassword"] : [],
    labels: addedLabels(input, release),
    labelKeys: LABEL_KEYS,
    refusesWrongNames: release.refusesWrongNames,
    labelsYield: release.templateLabelsWin,
    annotations: { [FAULT_TOLERANCE]: "false" },
    keepsNamespace: release.keepsNamespace,
    restartPolicy: release.autoscalerNeverRestarts && usesVersion2(input) ? "Never" : undefined,
    serviceAccountName: isHead && autoscales ? headAccount(input) : undefined,
    namePrefix: podNamePrefix(input, release),
    probes: probesOf(input, release),
    probesAgentPort: probesByHttp(ownField(input.cluster, "rayVersion"), release),
    dropsMountsWithoutVolume: release.dropsMountsWithoutVolume,
  };
}

const NOTHING: PodAdditions = Object.freeze({
  containers: [],
  initContainers: [],
  volumes: [],
  mounts: [],
  metricsPort: undefined,
  environment: [],
  initEnvironment: [],
  redisOptions: [],
  labels: {},
  labelKeys: [],
  refusesWrongNames: true,
  labelsYield: false,
  annotations: {},
  keepsNamespace: true,
  restartPolicy: undefined,
  serviceAccountName: undefined,
  namePrefix: undefined,
  probes: undefined,
  probesAgentPort: false,
  dropsMountsWithoutVolume: false,
});

function addedLabels(
  { role, group, clusterName }: PodAdditionsInput,
  release: PodRelease,
): Readonly<Record<string, string>> {
  const groupName = role === "head" ? HEAD_GROUP : ownText(group, "groupName");
  return {
    ...(clusterName === undefined ? {} : { "ray.io/cluster": clusterName }),
    ...(clusterName === undefined || !release.labelsDashboard
      ? {}
      : { "ray.io/cluster-dashboard": `${clusterName}-dashboard` }),
    "ray.io/node-type": role,
    ...(groupName === undefined ? {} : { "ray.io/group": groupName }),
  };
}

function usesVersion2({ cluster }: PodAdditionsInput): boolean {
  return (
    ownField(cluster, "enableInTreeAutoscaling") === true &&
    ownText(ownObject(cluster, "autoscalerOptions"), "version") === "v2"
  );
}

function headAccount({ template, clusterName }: PodAdditionsInput): string | undefined {
  const named = ownText(ownObject(template, "spec"), "serviceAccountName") ?? "";
  const account = named === "" ? clusterName : named;
  return account === undefined ? undefined : checkName(account);
}

/** Until 1.0 only pods of a fault-tolerant cluster get probes. */
function probesOf(
  { clusterAnnotations }: PodAdditionsInput,
  { probes }: PodRelease,
): ProbeInjection | undefined {
  if (probes === "where-absent") return probes;
  const enabled = ownText(clusterAnnotations, FAULT_TOLERANCE) ?? "";
  return enabled.toLowerCase() === "true" ? probes : undefined;
}
