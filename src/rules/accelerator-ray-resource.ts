import { showText } from "../diagnostics/show.ts";
import type { NodeAccelerator } from "../model/cluster.ts";
import { resourceKind } from "../ray/accelerators.ts";
import { derivedResources } from "../ray/derived-resources.ts";
import { findingsOn } from "./findings-on.ts";
import { distinctAccelerators } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { accelerators } from "./subjects.ts";

/**
 * Accelerator Ray resource
 *
 * Ray has a name for an accelerator that nodes ask for: its own where it knows the devices, and else one from the settings.
 *
 * See python/ray/_private/accelerators in Ray and common/pod.go, v1.7.0, in KubeRay
 */
export const acceleratorRayResource: Rule = defineRule({
  code: "accelerator-ray-resource",
  about: accelerators,
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
        message: "it is requested here",
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
                  message: "ray_resource, its name in Ray, is missing",
                },
              ] as const)
            : []),
          ...(accelerator.resource === undefined
            ? ([
                {
                  document: "settings",
                  path: [...settingsPath, "resource"],
                  message: "no resource counts its devices",
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

function problemOf({ name, resource, settings, ray }: NodeAccelerator): Problem | undefined {
  if (settings === undefined) return undefined;
  if (resource === undefined) return uncounted(name, ray?.name);
  const kind = resourceKind(resource);
  const own = settings?.ray_resource;
  if (ray === undefined) return unnamed(resource, kind?.isCompanion === true ? kind.devices : "");
  const field = own == null ? "resource" : "ray_resource";
  const counted = ray.name === "GPU" ? undefined : derivedResources.get(ray.name);
  if (counted !== undefined) {
    const message = `Ray counts ${ray.name} itself; it cannot be the name of ${showText(resource)}.`;
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
      message: `${showText(resource)} counts ${kind.devices}, which Ray does not count as ${ray.name}.`,
      hint: "Use GPU, or leave ray_resource out.",
    };
  }
  const perDevice = typeof own === "string" ? undefined : own?.per_device;
  if (kind?.differsByMachine === true && perDevice == null) {
    return {
      field,
      message: `${showText(resource)} counts ${kind.devices}, but Ray counts ${kind.rayName}, and one device has several of them.`,
      hint: `Write ray_resource: {name: ${kind.rayName}, per_device: 2} with the number that your machines have; inf2 and trn1 have 2.`,
    };
  }
  return undefined;
}

/** What is wrong with an accelerator whose devices no resource counts. */
function uncounted(name: string, rayName: string | undefined): Problem | undefined {
  const field = "ray_resource";
  if (rayName === undefined) {
    const message = `No resource counts the devices of ${showText(name)}, so Ray would offer none of them.`;
    return { field, message, hint: "Add resource, or ray_resource with what Ray calls them." };
  }
  if (rayName === "GPU" || !derivedResources.has(rayName)) return undefined;
  const message = `Ray counts ${rayName} itself; it cannot be the name of ${showText(name)}.`;
  return { field, message, hint: "Use a name such as GPU, TPU or one of your own." };
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
    hint: "Add ray_resource with the name that Ray tasks ask for, such as GPU.",
  };
}
