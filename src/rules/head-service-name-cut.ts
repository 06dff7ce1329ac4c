import {
  cutsHeadService,
  HEAD_SERVICE_SUFFIX,
  headServiceName,
  KEPT_CHARACTERS,
} from "../kuberay/service-name.ts";
import { formatVersion } from "../kuberay/version.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Head service name cut
 *
 * The head Service is called `<name>-head-svc`. KubeRay up to 1.3 keeps the last 50 characters of that only.
 *
 * See CheckName in ray-operator/controllers/ray/utils/util.go, v1.3.2
 */
export const headServiceNameCut: Rule = defineRule({
  code: "head-service-name-cut",
  check({ name, kuberayVersion, release, options }) {
    if (release === undefined || kuberayVersion === undefined || name === "") return [];
    const given = options.head_service?.name;
    if (!cutsHeadService(name, release, given)) return [];
    const made = headServiceName(name, release, given);
    const most = given == null ? KEPT_CHARACTERS - HEAD_SERVICE_SUFFIX.length : KEPT_CHARACTERS;
    return [
      {
        document: "request",
        path: given == null ? ["name"] : ["head_service", "name"],
        message: `KubeRay ${formatVersion(kuberayVersion)} cuts the head Service's name to ${made}.`,
        hint: `Use a name of at most ${most} characters, or use the address that raycluster plan prints.`,
      },
    ];
  },
});
