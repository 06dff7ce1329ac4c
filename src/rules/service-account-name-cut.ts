import { showText } from "../diagnostics/show.ts";
import { checkName } from "../kuberay/service-name.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { autoscaling } from "./subjects.ts";

/**
 * Service account name cut
 *
 * Where something scales, KubeRay runs the head under the last 50 characters of the service account's name, with a
 * leading digit or punctuation mark replaced by `r`. That account is not there, so that no pod is made.
 *
 * See CheckName in ray-operator/controllers/ray/utils/util.go, every release
 */
export const serviceAccountNameCut: Rule = defineRule({
  code: "service-account-name-cut",
  about: autoscaling,
  check({ cluster, settings }) {
    if (cluster === undefined || !cluster.scales) return [];
    const account = settings.worker.service_account;
    const made = checkName(account);
    if (made === account) return [];
    const group = cluster.groups.find(({ minWorkers, maxWorkers }) => maxWorkers > minWorkers);
    return [
      {
        document: "settings",
        path: ["worker", "service_account", "name"],
        message: `With autoscaling, KubeRay runs the head under the service account ${showText(made)} instead of ${showText(account)}.`,
        hint: "Use a service account whose name has at most 50 characters and starts with a letter.",
        related:
          group === undefined
            ? []
            : [
                {
                  document: "request",
                  path: group.maxPath,
                  message: "this makes the cluster scale",
                },
              ],
      },
    ];
  },
});
