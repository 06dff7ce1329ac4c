import { ownText } from "../diagnostics/own-field.ts";
import type { Resolved } from "../model/resolved.ts";

/** The service accounts of a cluster's pods. */
export interface PodAccounts {
  readonly head: string;
  /** Each once, the head's first. */
  readonly all: readonly string[];
}

/** The account of the settings, or what pod templates say; Kubernetes' own where they take it away. */
export function podAccounts({ cluster, settings, countedPods }: Resolved): PodAccounts {
  const nodes = [cluster.head, ...cluster.groups.map(({ node }) => node)];
  const accounts = nodes.map((node) => {
    const merged = countedPods?.get(node);
    if (merged === undefined) return settings.worker.service_account;
    return ownText(merged.podSpec, "serviceAccountName") ?? "default";
  });
  const [head = settings.worker.service_account] = accounts;
  return { head, all: [...new Set(accounts)] };
}
