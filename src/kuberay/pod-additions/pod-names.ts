import { ownText } from "../../diagnostics/own-field.ts";
import { checkName } from "../service-name.ts";
import type { PodAdditionsInput } from "./pod-additions-input.ts";
import type { PodRelease } from "./pod-release.ts";

const KEPT_CHARACTERS = 50;

/**
 * What the names of a worker group's pods begin with, in lower case; undefined for the head, whose name comes of the
 * cluster's alone, and where the cluster's or the group's name is not known.
 * Source: PodName and CheckName in ray-operator/controllers/ray/utils/util.go.
 */
export function podNamePrefix(
  { role, clusterName, group }: PodAdditionsInput,
  release: PodRelease,
): string | undefined {
  const groupName = ownText(group, "groupName");
  if (role !== "worker" || clusterName === undefined || groupName === undefined) return undefined;
  const name =
    release.workerNames === "last-50"
      ? checkName(`${clusterName}-worker-${groupName}-`)
      : `${`${clusterName}-${groupName}`.slice(0, KEPT_CHARACTERS)}-worker-`;
  return name.toLowerCase();
}
