import { patterns } from "../model/patterns.ts";
import type { Amounts } from "../model/pod-amounts.ts";
import type { Toleration } from "../model/settings/toleration.ts";
import type {
  Addresses,
  Bounds,
  GroupPlan,
  ObjectReference,
  Plan,
  Prerequisite,
  RayInit,
  RayResources,
} from "../plan/plan.ts";
import { closedObject } from "./closed-object.ts";
import type { JsonSchema } from "./json-schema.ts";

/** The schema of a plan: what a server needs besides the manifest. */
export function planSchema(): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "raycluster-plan.schema.json",
    title: "Plan",
    description: "What a server needs besides the manifest.",
    ...closedObject<Plan>({
      raycluster: reference,
      kuberay_version: text("The KubeRay release that the manifest was compiled for."),
      head_service: {
        sometimes: text(
          "Name of the head Service that the target KubeRay creates, if it is known.",
        ),
      },
      head_service_type: {
        sometimes: {
          description: "How the head Service is reached, if the request says so.",
          enum: ["ClusterIP", "NodePort", "LoadBalancer"],
        },
      },
      serve_service: { sometimes: text("Name of the Service for requests of a RayService.") },
      gateway: { sometimes: text("Name of the Gateway for requests of a RayService.") },
      addresses: { sometimes: addresses },
      ray_init: rayInit,
      activation_timeout_seconds: whole(
        "Seconds after which a cluster that is not ready counts as failed.",
        1,
      ),
      pod_selector: {
        sometimes: text("Label selector for all pods of the cluster, if its name is known."),
      },
      pods: bounds(
        "Pods that must be ready, and the maximum number of pods; both include the head.",
      ),
      groups: list("The head, then the worker groups in order.", group),
      totals: {
        description: "What all pods request from Kubernetes in total, minimum and maximum.",
        ...closedObject<Plan["totals"]>({ minimum: amounts(), maximum: amounts() }),
      },
      ray_totals: {
        description: "What Ray offers on all nodes in total, minimum and maximum.",
        ...closedObject<Plan["ray_totals"]>({ minimum: rayAmounts(), maximum: rayAmounts() }),
      },
      service_account: text(
        "The service account that the head runs under; workers, too, unless pod templates give them another one.",
      ),
      prerequisites: list("What must exist before the manifest is applied.", prerequisite),
    }),
  };
}

function text(description: string): JsonSchema {
  return { description, type: "string" };
}

function whole(description: string, minimum = 0): JsonSchema {
  return { description, type: "integer", minimum };
}

function list(description: string, items: JsonSchema): JsonSchema {
  return { description, type: "array", items };
}

const reference: JsonSchema = {
  description: "The object to create, read and delete.",
  ...closedObject<ObjectReference>({
    apiVersion: { enum: ["ray.io/v1alpha1", "ray.io/v1"] },
    kind: { enum: ["RayCluster", "RayJob", "RayCronJob", "RayService"] },
    name: { type: "string", ...patterns.dns1035Label },
    namespace: { sometimes: { type: "string", ...patterns.dns1123Label } },
  }),
};

const addresses: JsonSchema = {
  description: "Short names within the namespace; full names if a namespace is known.",
  ...closedObject<Addresses>({
    client: text("For Ray's client."),
    client_fully_qualified: { sometimes: text("For Ray's client, from every namespace.") },
    dashboard: text("For the dashboard and for Ray jobs."),
    dashboard_fully_qualified: { sometimes: text("For the dashboard, from every namespace.") },
    serve: { sometimes: text("For requests to a RayService.") },
    serve_fully_qualified: {
      sometimes: text("For requests to a RayService, from every namespace."),
    },
  }),
};

const rayInit: JsonSchema = {
  description: "Arguments of ray.init in the user's code.",
  ...closedObject<RayInit>({
    address: {
      sometimes: text("The address of Ray's client; fully qualified if a namespace is known."),
    },
    log_to_driver: { description: "Whether the driver prints the workers' logs.", type: "boolean" },
  }),
};

function bounds(description: string): JsonSchema {
  return {
    description,
    ...closedObject<Bounds>({ minimum: whole("The minimum."), maximum: whole("The maximum.") }),
  };
}

function amountMembers() {
  return {
    cpu_millis: whole("CPU in thousandths."),
    memory_bytes: whole("Memory in bytes."),
    gpus: whole("GPUs that pods request; without a resource key they request none."),
    ephemeral_storage_bytes: { sometimes: whole("Local disk in bytes.") },
    resources: {
      sometimes: {
        description: "What accelerators request, by extended resource; huge pages in pages.",
        type: "object",
        additionalProperties: { type: "integer", minimum: 0 },
      },
    },
  };
}

function amounts(): JsonSchema {
  return closedObject<Amounts>(amountMembers());
}

function rayAmounts(): JsonSchema {
  return closedObject<RayResources>({
    cpus: whole("CPUs, rounded up on each node."),
    memory_bytes: whole("Memory in bytes."),
    gpus: whole("GPUs, as many as the request asks for."),
    custom: {
      sometimes: {
        description: "Custom resources by name, those of accelerators included.",
        type: "object",
        additionalProperties: { type: "integer", minimum: 0 },
      },
    },
  });
}

const toleration: JsonSchema = closedObject<Toleration>({
  key: { sometimes: { type: "string" } },
  operator: { sometimes: { type: "string" } },
  value: { sometimes: { type: "string" } },
  effect: { sometimes: { type: "string" } },
  tolerationSeconds: { sometimes: { description: "Seconds.", type: "integer" } },
});

const group: JsonSchema = closedObject<GroupPlan>({
  name: text("head, or the worker group's name."),
  role: { enum: ["head", "worker"] },
  pods: bounds("Pods of the group."),
  hosts_per_worker: { sometimes: whole("Pods that make up one worker.", 2) },
  pod: { description: "What one pod requests from a node.", ...amounts() },
  image: { sometimes: text("The image of Ray's container, if it is not the request's.") },
  runtime_class: { sometimes: text("The RuntimeClass of its pods, if they name one.") },
  accelerator: { sometimes: text("The accelerator, by its name in the settings.") },
  gpu_resource: {
    sometimes: text("The extended resource that pod.gpus counts; only if that is more than 0."),
  },
  containers: list(
    "The containers of the pod, Ray's first.",
    closedObject<GroupPlan["containers"][number]>({
      name: text("The container's name."),
      ...amountMembers(),
    }),
  ),
  ray: {
    description: "What Ray offers for scheduling on one node of the group.",
    ...rayAmounts(),
  },
  shm_bytes: whole("Size of /dev/shm in bytes."),
  node_selector: {
    description: "Labels that a node must have.",
    type: "object",
    additionalProperties: { type: "string" },
  },
  tolerations: list("Taints that the pods tolerate.", toleration),
});

const prerequisite: JsonSchema = closedObject<Prerequisite>({
  kind: {
    enum: [
      "CustomResourceDefinition",
      "Namespace",
      "ServiceAccount",
      "Secret",
      "ConfigMap",
      "PersistentVolumeClaim",
      "RuntimeClass",
      "PriorityClass",
      "ResourceClaim",
      "ResourceClaimTemplate",
      "RayCluster",
      "GatewayClass",
    ],
  },
  name: text("The object's name."),
  reason: text("Why it must exist, as a sentence."),
});
