import { podAffinity } from "./pod-affinity.ts";
import { podAmount } from "./pod-amount.ts";
import { podAnnotation } from "./pod-annotation.ts";
import { podContainerName } from "./pod-container-name.ts";
import { podContainers } from "./pod-containers.ts";
import { podDerivedName } from "./pod-derived-name.ts";
import { podDns } from "./pod-dns.ts";
import { podDnsHostNetwork } from "./pod-dns-host-network.ts";
import { podEnum } from "./pod-enum.ts";
import { podEnvironmentName } from "./pod-environment-name.ts";
import { podEnvironmentSource } from "./pod-environment-source.ts";
import { podExtendedResource } from "./pod-extended-resource.ts";
import { podFieldDropped } from "./pod-field-dropped.ts";
import { podFieldOverridden } from "./pod-field-overridden.ts";
import { podGate } from "./pod-gate.ts";
import { podHostPort } from "./pod-host-port.ts";
import { podHugePages } from "./pod-huge-pages.ts";
import { podImage } from "./pod-image.ts";
import { podImageForm } from "./pod-image-form.ts";
import { podInitContainer } from "./pod-init-container.ts";
import { podLabel } from "./pod-label.ts";
import type { PodLaw } from "./pod-law.ts";
import { podLevelResources } from "./pod-level-resources.ts";
import { podLifecycle } from "./pod-lifecycle.ts";
import { podLifetime } from "./pod-lifetime.ts";
import { podMount } from "./pod-mount.ts";
import { podMountPath } from "./pod-mount-path.ts";
import { podMountWithoutVolume } from "./pod-mount-without-volume.ts";
import { podNeverReady } from "./pod-never-ready.ts";
import { podNumber } from "./pod-number.ts";
import { podObjectName } from "./pod-object-name.ts";
import { podOverhead } from "./pod-overhead.ts";
import { podPort } from "./pod-port.ts";
import { podPortShared } from "./pod-port-shared.ts";
import { podPriority } from "./pod-priority.ts";
import { podProbe } from "./pod-probe.ts";
import { podQuantity } from "./pod-quantity.ts";
import { podRequestsOverLimits } from "./pod-requests-over-limits.ts";
import { podResizePolicy } from "./pod-resize-policy.ts";
import { podResourceClaim } from "./pod-resource-claim.ts";
import { podResourceName } from "./pod-resource-name.ts";
import { podSecurityContext } from "./pod-security-context.ts";
import { podSecurityLevel } from "./pod-security-level.ts";
import { podSelectsNothing } from "./pod-selects-nothing.ts";
import { podServiceAccount } from "./pod-service-account.ts";
import { podToleration } from "./pod-toleration.ts";
import { podTopologySpread } from "./pod-topology-spread.ts";
import { podVolumeClaim } from "./pod-volume-claim.ts";
import { podVolumeDevice } from "./pod-volume-device.ts";
import { podVolumeDriver } from "./pod-volume-driver.ts";
import { podVolumeName } from "./pod-volume-name.ts";
import { podVolumePath } from "./pod-volume-path.ts";
import { podVolumeReference } from "./pod-volume-reference.ts";
import { podVolumeSource } from "./pod-volume-source.ts";
import { podVolumeWithoutSource } from "./pod-volume-without-source.ts";
import { podWindows } from "./pod-windows.ts";

/**
 * Every law of Kubernetes' pods.
 * Order: metadata, containers and their fields, the pod, resources, volumes, probes and hooks, security, scheduling; then
 * warnings. Reports are in document order; this order decides only between findings at one place.
 */
export const podLaws: readonly PodLaw[] = Object.freeze([
  podDerivedName,
  podLabel,
  podAnnotation,
  podGate,
  podContainers,
  podContainerName,
  podInitContainer,
  podImage,
  podEnum,
  podNumber,
  podEnvironmentName,
  podEnvironmentSource,
  podPort,
  podHostPort,
  podObjectName,
  podServiceAccount,
  podDns,
  podQuantity,
  podRequestsOverLimits,
  podExtendedResource,
  podResourceName,
  podHugePages,
  podResourceClaim,
  podLevelResources,
  podResizePolicy,
  podVolumeName,
  podVolumeSource,
  podVolumeReference,
  podVolumeDriver,
  podVolumePath,
  podVolumeClaim,
  podMountWithoutVolume,
  podMount,
  podVolumeDevice,
  podProbe,
  podLifecycle,
  podSecurityContext,
  podWindows,
  podAffinity,
  podToleration,
  podTopologySpread,
  podOverhead,
  podSecurityLevel,
  podImageForm,
  podVolumeWithoutSource,
  podFieldDropped,
  podFieldOverridden,
  podNeverReady,
  podSelectsNothing,
  podMountPath,
  podAmount,
  podPortShared,
  podDnsHostNetwork,
  podPriority,
  podLifetime,
]);
