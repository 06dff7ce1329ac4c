import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";

/** A section of docs/accelerators.md: an entry of the settings and a scaling group that asks for it. */
export interface DocumentedEntry {
  readonly title: string;
  readonly settings: PlainObject;
  readonly group: PlainObject;
}

export function documentedEntries(): readonly DocumentedEntry[] {
  const text = readFileSync("docs/accelerators.md", "utf8");
  return text
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [title = ""] = section.split("\n", 1);
      const [settings, groups] = [...section.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
        ([, block = ""]) => parse(block),
      );
      const [group] = groups ?? [];
      return { title, settings, group };
    });
}

/** The group in a request of its own, fixed or scaling. */
export function requestOf({ group }: DocumentedEntry, isScaling: boolean): PlainObject {
  const autoscaler_config = { cpu: 1, memory_gb: 2 };
  return {
    name: "train",
    image: "registry.example.com/train:1.2",
    ray_version: "2.52.0",
    // What KAI needs, and nobody else reads.
    labels: { "kai.scheduler/queue": "team-a" },
    config: {
      head_node: { cpu: 4, memory_gb: 16 },
      scaling_groups: [isScaling ? { ...group, min_workers: 0 } : group],
      ...(isScaling ? { autoscaler_config } : {}),
    },
  };
}
