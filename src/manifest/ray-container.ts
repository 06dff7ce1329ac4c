import type { ClusterNode } from "../model/cluster.ts";
import { pinOrigin } from "./autoscaler-pin.ts";
import type { BuildContext } from "./build-context.ts";
import type { Draft } from "./draft.ts";
import { environment, userEnvironment } from "./environment.ts";
import { faultToleranceVariables } from "./legacy-fault-tolerance.ts";
import type {
  ContainerPort,
  EnvironmentVariable,
  RayContainer,
  Resources,
  VolumeMount,
} from "./ray-cluster.ts";
import { resources } from "./resources.ts";
import { byRule, fromRequest } from "./trace.ts";

/** The pod's one container, Ray's: KubeRay takes containers[0] for Ray in every release. */
export function rayContainers(
  context: BuildContext,
  node: ClusterNode,
  mounts: readonly VolumeMount[],
): readonly [RayContainer] {
  const container = rayContainer(context, node, mounts);
  context.trace?.mark(container, {
    name: byRule("KubeRay treats the first container as Ray's; its name does not matter."),
    image: fromRequest(node.imagePath),
    imagePullPolicy: fromRequest([...node.path, "image_pull_policy"]),
    ports: byRule(
      "All of the head's ports are listed: if any port is listed, KubeRay adds none itself.",
    ),
    lifecycle: byRule("Ray stops before its container does."),
  });
  return [container];
}

type ContainerDraft = Pick<RayContainer, "name"> & { readonly image: string } & Draft<
    Omit<RayContainer, "name" | "image">
  >;

function rayContainer(
  context: BuildContext,
  node: ClusterNode,
  mounts: readonly VolumeMount[],
): RayContainer {
  const { settings, trace } = context;
  const { conventions, gpu_resource_request_key: gpuKey } = settings.ray;
  const isHead = node.role === "head";
  const container: ContainerDraft = {
    name: isHead ? "ray-head" : "ray-worker",
    image: node.image ?? context.image,
  };
  if (node.imagePullPolicy !== undefined) container.imagePullPolicy = node.imagePullPolicy;
  const env = isHead
    ? environment(context, node.environment, headVariables(context))
    : userEnvironment(node.environment, trace);
  if (env.length > 0) container.env = env;
  if (isHead && conventions.name_head_ports) container.ports = headPorts();
  addResources(container, resources(node, gpuKey, trace));
  if (conventions.stop_before_exit) container.lifecycle = stopBeforeExit();
  if (mounts.length > 0) container.volumeMounts = mounts;
  return container;
}

/** Members are set one by one in the order of the keys: Object.assign and spreading take many times as long. */
function addResources(
  container: ContainerDraft,
  own: Resources,
): asserts container is ContainerDraft & Pick<RayContainer, "resources"> {
  container.resources = own;
}

/** In two steps: a literal of four levels is made by V8's runtime, which takes longer than the rest of the container. */
function stopBeforeExit(): NonNullable<RayContainer["lifecycle"]> {
  const command = ["/bin/sh", "-c", "ray stop"];
  return { preStop: { exec: { command } } };
}

/** What the compiler tells the head by itself. */
function headVariables(context: BuildContext): readonly EnvironmentVariable[] {
  const pinned = pinnedVariable(context);
  const tolerance = faultToleranceVariables(context);
  return pinned === undefined ? tolerance : [pinned, ...tolerance];
}

function pinnedVariable(context: BuildContext): EnvironmentVariable | undefined {
  const { pin, trace } = context;
  if (pin.environment === undefined) return undefined;
  const variable = { name: "RAY_enable_autoscaler_v2", value: pin.environment };
  trace?.mark(variable, { name: pinOrigin(context), value: pinOrigin(context) });
  return variable;
}

/**
 * All ports or none: where a container names any, KubeRay adds none of its defaults (common/service.go). The protocol
 * is the API server's default, written out so that nothing drifts.
 */
function headPorts(): readonly ContainerPort[] {
  return [
    { name: "gcs-server", containerPort: 6379, protocol: "TCP" },
    { name: "dashboard", containerPort: 8265, protocol: "TCP" },
    { name: "client", containerPort: 10001, protocol: "TCP" },
    { name: "serve", containerPort: 8000, protocol: "TCP" },
  ];
}
