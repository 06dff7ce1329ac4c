import { expect, test } from "vitest";
import { parseVersion } from "../../src/kuberay/version.ts";
import { createNameRegister } from "../../src/validate/name-register.ts";

type Object_ = readonly [kind: string, name: string, namespace?: string];

/** What is said of each of some objects of one text. */
function said(objects: readonly Object_[], release = "1.7.0"): readonly (string | undefined)[] {
  const kuberay = parseVersion(release);
  if (kuberay === undefined) throw new Error(release);
  const { register } = createNameRegister(kuberay);
  return objects.map(([kind, name, namespace]) => {
    const metadata = { name, ...(namespace === undefined ? {} : { namespace }) };
    const [finding, ...more] = register({ kind, metadata });
    expect(more).toEqual([]);
    if (finding !== undefined) expect(finding.path).toEqual(["metadata", "name"]);
    return finding?.message;
  });
}

const again = (kind: string) =>
  `Another ${kind} of this text is called "a" too, so only the last one counts.`;
const claimed = (kind: string) =>
  `A ${kind} of this text is called "a" too, and both claim the Service "a-head-svc".`;

test.each<readonly [objects: readonly Object_[], last: string | undefined]>([
  [
    [
      ["RayCluster", "a"],
      ["RayCluster", "b"],
    ],
    undefined,
  ],
  [
    [
      ["RayCluster", "a"],
      ["RayCluster", "a"],
    ],
    again("RayCluster"),
  ],
  [
    [
      ["RayCluster", "a", "ml"],
      ["RayCluster", "a", "web"],
    ],
    undefined,
  ],
  [
    [
      ["RayCluster", "a"],
      ["RayCluster", "a", "web"],
    ],
    undefined,
  ],
  [
    [
      ["RayCluster", "a", "ml"],
      ["RayCluster", "a", "ml"],
    ],
    again("RayCluster"),
  ],
  [
    [
      ["RayCluster", "a"],
      ["RayService", "a"],
    ],
    claimed("RayCluster"),
  ],
  [
    [
      ["RayService", "a"],
      ["RayCluster", "a"],
    ],
    claimed("RayService"),
  ],
  [
    [
      ["RayCluster", "a"],
      ["RayService", "a"],
      ["RayCluster", "a"],
    ],
    again("RayCluster"),
  ],
  [
    [
      ["RayCluster", "a"],
      ["RayCluster", "a"],
      ["RayCluster", "a"],
    ],
    again("RayCluster"),
  ],
  [
    [
      ["RayCluster", "a"],
      ["RayCronJob", "a"],
    ],
    undefined,
  ],
  [
    [
      ["RayCronJob", "a"],
      ["RayService", "a"],
    ],
    undefined,
  ],
  [
    [
      ["Pod", "a"],
      ["Pod", "a"],
    ],
    undefined,
  ],
  [
    [
      ["RayCluster", ""],
      ["RayCluster", ""],
    ],
    undefined,
  ],
])("the last of %j", (objects, last) => {
  expect(said(objects).at(-1)).toBe(last);
});
