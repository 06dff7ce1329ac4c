/**
 * Custom resources of a node as the value of `ray start --resources`. The single quotes are part of the text: KubeRay
 * parses it with or without them, Ray's autoscaler takes one character off at each end, and a shell needs them. Sources:
 * getResourcesMap in ray-operator/controllers/ray/common/pod.go, v1.7.0, and Ray's
 * python/ray/autoscaler/_private/kuberay/autoscaling_config.py.
 */
export function resourcesParameter(resources: Readonly<Record<string, number>>): string {
  const names = Object.keys(resources).sort();
  const members = names.map((name) => `${JSON.stringify(name)}: ${resources[name]}`);
  return `'{${members.join(", ")}}'`;
}
