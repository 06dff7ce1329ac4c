import type { Finding } from "../diagnostics/diagnostic.ts";
import { ownField, ownText } from "../diagnostics/own-field.ts";
import type { ManifestView } from "../kuberay/views/manifest-view.ts";
import { checkClusterPods } from "./pod/check-cluster-pods.ts";
import { checkPodTemplate } from "./pod/check-pod-template.ts";
import type { ValidationTarget } from "./validation-target.ts";

/** What is wrong with the pods that come of a manifest: those of its cluster, and the one that submits its job. */
export function checkManifestPods(
  view: ManifestView,
  { kuberay, kubernetesMinor, podSecurity }: Context,
): readonly Finding[] {
  const context = { kuberay, kubernetesMinor, podSecurity };
  return [...clusterFindings(view, context), ...submitterFindings(view, context)];
}

type Context = Pick<ValidationTarget, "kuberay" | "kubernetesMinor" | "podSecurity">;

/** A cluster inside of another kind bears a name that KubeRay makes. */
function clusterFindings(view: ManifestView, context: Context): readonly Finding[] {
  if (view.cluster === undefined) return [];
  const { spec, path } = view.cluster;
  if (view.kind !== "RayCluster") return checkClusterPods(spec, path, context);
  return checkClusterPods(spec, path, {
    ...context,
    clusterName: ownText(ownField(view.data, "metadata"), "name"),
    clusterNamePath: ["metadata", "name"],
    clusterAnnotations: view.annotations,
  });
}

/** Only a Kubernetes Job has a pod of its own. */
function submitterFindings({ job }: ManifestView, context: Context): readonly Finding[] {
  const template = ownField(job?.spec, "submitterPodTemplate");
  if (job === undefined || template === undefined || job.submissionMode !== "K8sJobMode") return [];
  const path = [...job.path, "submitterPodTemplate"];
  return checkPodTemplate(template, { ...context, role: "submitter", path });
}
