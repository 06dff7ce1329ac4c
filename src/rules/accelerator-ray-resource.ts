import { showText } from "../diagnostics/show.ts";
import type { NodeAccelerator } from "../model/cluster.ts";
import { resourceKind } from "../ray/accelerators.ts";
import { derivedResources } from "../ray/derived-resources.ts";
import { findingsOn } from "./findings-on.ts";
import { distinctAccelerators } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Accelerator Ray resource
 *
 * Ray has a name for an accelerator that nodes ask for: its own where it knows the devices, and else one from the settings.
 *
 * See python/ray/_private/accelerators in Ray and common/pod.go, v1.7.0, in KubeRay
 */
export const acceleratorRayResource: Rule = defineRule({
  code: "accelerator-ray-resource",
  check({ cluster }) {
    if (cluster === undefined) return [];
    return findingsOn(distinctAccelerators(cluster), ({ accelerator, path }) => {
      const { settingsPath } = accelerator;
      const problem = problemOf(accelerator);
      if (problem === undefined) return [];
      const { field, ...rest } = problem;
      const related = {
        document: "request",
        path: [...path, "accelerator"],
        message: "it is asked for here",
      } as const;
      const finding: RuleFinding = {
        document: "settings",
        path: [...settingsPath, field],
        related: [
          related,
          ...(accelerator.ray === undefined
            ? ([
                {
                  document: "settings",
                  path: [...settingsPath, "ray_resource"],
                  message: "no ray_resource says what Ray calls it",
                },
              ] as const)
            : []),
        ],
        ...rest,
      };
      return [finding];
    });
  },
});

interface Problem {
  readonly field: "resource" | "ray_resource";
  readonly message: string;
  readonly hint: string;
}

function problemOf({ resource, settings, ray }: NodeAccelerator): Problem | undefined {
  if (resource === undefined) return undefined;
  const kind = resourceKind(resource);
  const own = settings?.ray_resource;
  if (ray === undefined) return unnamed(resource, kind?.isCompanion === true ? kind.devices : "");
  const field = own == null ? "resource" : "ray_resource";
  const counted = ray.name === "GPU" ? undefined : derivedResources.get(ray.name);
  if (counted !== undefined) {
    const message = `Ray counts ${ray.name} by itself; it is no name for ${showText(resource)}.`;
    return { field, message, hint: "Use a name such as GPU, TPU or one of your own." };
  }
  if (kind?.rayName !== undefined && kind.rayName !== "GPU" && ray.name !== kind.rayName) {
    return {
      field,
      message: `${showText(resource)} counts ${kind.devices}, which Ray offers as ${kind.rayName} and not as ${showText(ray.name)}.`,
      hint: `Use ${kind.rayName}, or leave ray_resource out.`,
    };
  }
  if (kind?.rayName === "GPU" && NOT_GPUS.includes(ray.name)) {
    return {
      field,
      message: `${showText(resource)} counts ${kind.devices}, which are no ${ray.name} for Ray.`,
      hint: "Use GPU, or leave ray_resource out.",
    };
  }
  const perDevice = typeof own === "string" ? undefined : own?.per_device;
  if (kind?.differsByMachine === true && perDevice == null) {
    return {
      field,
      message: `${showText(resource)} counts ${kind.devices}, and Ray counts ${kind.rayName}, of which a device has several.`,
      hint: `Write ray_resource: {name: ${kind.rayName}, per_device: 2} with the number of your machines; inf2 and trn1 have 2.`,
    };
  }
  return undefined;
}

/** Ray's names for devices that are no GPUs. */
const NOT_GPUS: readonly string[] = Object.freeze(["TPU", "HPU", "NPU", "neuron_cores"]);

function unnamed(resource: string, companion: string): Problem {
  if (companion !== "") {
    return {
      field: "resource",
      message: `${showText(resource)} counts ${companion}, which Ray does not offer.`,
      hint: "Put it under extra_resources of the accelerator that it goes with.",
    };
  }
  return {
    field: "resource",
    message: `Neither Ray nor KubeRay knows what ${showText(resource)} counts, so Ray would offer none of it.`,
    hint: "Add ray_resource with the name that Ray's tasks shall ask for, such as GPU.",
  };
}
