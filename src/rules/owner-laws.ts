import { cronJob } from "../kuberay/laws/cron-job.ts";
import { entrypoint } from "../kuberay/laws/entrypoint.ts";
import { jobCluster } from "../kuberay/laws/job-cluster.ts";
import { jobLifetime } from "../kuberay/laws/job-lifetime.ts";
import { jobMetadata } from "../kuberay/laws/job-metadata.ts";
import { jobSuspension } from "../kuberay/laws/job-suspension.ts";
import { kubernetesTokens } from "../kuberay/laws/kubernetes-tokens.ts";
import { kueue } from "../kuberay/laws/kueue.ts";
import type { Law } from "../kuberay/laws/law.ts";
import { lingeringCluster } from "../kuberay/laws/lingering-cluster.ts";
import { managedElsewhere } from "../kuberay/laws/managed-elsewhere.ts";
import { ownerName } from "../kuberay/laws/owner-name.ts";
import { runtimeEnvironment } from "../kuberay/laws/runtime-environment.ts";
import { schedulingLabels } from "../kuberay/laws/scheduling-labels.ts";
import { serveConfig } from "../kuberay/laws/serve-config.ts";
import { serviceUpgrade } from "../kuberay/laws/service-upgrade.ts";
import { submissionMode } from "../kuberay/laws/submission-mode.ts";

/**
 * The laws of the operator for jobs and services that a request can break. The same laws judge manifests. Left out are those
 * of which the compiler takes care, and those that a law of requests tells in the request's words.
 * Order: that of the operator's laws.
 */
export const ownerLaws: readonly Law[] = Object.freeze([
  kubernetesTokens,
  ownerName,
  jobCluster,
  jobSuspension,
  jobLifetime,
  submissionMode,
  entrypoint,
  runtimeEnvironment,
  serviceUpgrade,
  serveConfig,
  cronJob,
  managedElsewhere,
  kueue,
  schedulingLabels,
  jobMetadata,
  lingeringCluster,
]);
