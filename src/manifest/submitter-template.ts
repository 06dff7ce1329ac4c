import { ownField } from "../diagnostics/own-field.ts";
import { keepsSubmitterPods } from "../kuberay/submitter.ts";
import { selectsCluster } from "../model/owner/job-fields.ts";
import type { JobConfig } from "../model/request/job.ts";
import { cpuMillis } from "../quantity/cpu-millis.ts";
import { formatCpu, formatMemory } from "../quantity/format-quantity.ts";
import { memoryMebibytes } from "../quantity/memory-mebibytes.ts";
import type { BuildContext } from "./build-context.ts";
import { ownerOverlay } from "./overlays/cluster-overlay.ts";
import { podToleration } from "./pod-toleration.ts";
import type { SubmitterContainer, SubmitterPodTemplate } from "./ray-job.ts";
import { sortedMap } from "./sorted-map.ts";
import { byRule, filledBy, fromRequest, fromSettings } from "./trace.ts";

/** What KubeRay's own submitter may use: GetDefaultSubmitterContainer in common/job.go. */
const DEFAULT_CPU = 1;
const DEFAULT_MEMORY_GB = 1;

/**
 * The submitter's pod where the request says something of it, or where its image needs secrets: KubeRay copies none of the
 * head's. KubeRay puts the command in. Undefined where KubeRay's own will do, or nobody makes such a pod.
 */
export function submitterTemplate(
  context: BuildContext,
  job: JobConfig,
): SubmitterPodTemplate | undefined {
  const { submitter } = job;
  const { service_account: serviceAccountName, image_pull_secrets: secrets } =
    context.settings.worker;
  const asked = submitter?.image != null || submitter?.cpu != null || submitter?.memory_gb != null;
  const makesPod = (job.submission_mode ?? "K8sJobMode") === "K8sJobMode";
  const needsSecrets = makesPod && secrets.length > 0 && keepsSubmitterPods(context.kuberayVersion);
  const isPatched =
    ownField(ownerOverlay(context, "job_template")?.template, "submitterPodTemplate") != null;
  if (!asked && !isPatched && !(needsSecrets && !selectsCluster(job))) return undefined;
  const placement = context.settings.ray.nonGpu;
  const nodeSelector = sortedMap(placement.nodeSelector);
  const { tolerations } = placement;
  const spec = {
    restartPolicy: "Never" as const,
    serviceAccountName,
    ...(secrets.length > 0 ? { imagePullSecrets: secrets.map(({ name }) => ({ name })) } : {}),
    ...(nodeSelector === undefined ? {} : { nodeSelector }),
    ...(tolerations.length === 0 ? {} : { tolerations: tolerations.map(podToleration) }),
    containers: [container(context, job)] as const,
  };
  context.trace?.mark(spec, {
    restartPolicy: byRule(
      "A Kubernetes Job does not accept a pod without one, and KubeRay adds none.",
    ),
    serviceAccountName: fromSettings(["worker", "service_account", "name"]),
    imagePullSecrets: filledBy("settings", ["worker", "image_pull_secrets"]),
    nodeSelector: filledBy("settings", ["ray", `${placement.keyPrefix}_node_selector`]),
    tolerations: filledBy("settings", ["ray", `${placement.keyPrefix}_tolerations`]),
  });
  return { spec };
}

function container(context: BuildContext, { submitter }: JobConfig): SubmitterContainer {
  const { head } = context.cluster;
  const cpu = formatCpu(cpuMillis(submitter?.cpu ?? DEFAULT_CPU));
  const memory = formatMemory(memoryMebibytes(submitter?.memory_gb ?? DEFAULT_MEMORY_GB));
  const result: SubmitterContainer = {
    name: "ray-job-submitter",
    image: submitter?.image ?? head.image ?? context.image,
    resources: { limits: { cpu, memory }, requests: { cpu, memory } },
  };
  context.trace?.mark(result, {
    name: byRule("This is the name that KubeRay uses itself."),
    image: fromRequest(submitter?.image == null ? head.imagePath : ["job", "submitter", "image"]),
  });
  for (const amounts of [result.resources.limits, result.resources.requests]) {
    context.trace?.mark(amounts, {
      cpu: fromRequest(["job", "submitter", "cpu"]),
      memory: fromRequest(["job", "submitter", "memory_gb"], "GiB."),
    });
  }
  return result;
}
