import fc from "fast-check";
import { expect, test } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { manifests } from "./arbitrary-manifest.ts";
import { briefly, compared } from "./compared.ts";
import { merge } from "./manifests.ts";
import { respelled, shuffled, withDefaults } from "./rewrite-manifest.ts";

test("respelled quantities, shuffled keys and lists, and server defaults change nothing", () => {
  fc.assert(
    fc.property(manifests, fc.infiniteStream(fc.nat(1000)), (manifest, chances) => {
      const next = () => chances.next().value;
      const rewritten = shuffled(withDefaults(respelled(manifest, next)), next);
      const diff = compared(manifest, rewritten);
      expect(briefly(diff)).toEqual([]);
      expect(diff.same).toBe(true);
      if (!recreates(manifest)) expect(diff.effect).toBe("none");
      expect(diff.totals.before).toEqual(diff.totals.after);
    }),
  );
});

test("what the server adds to a live object is nothing", () => {
  fc.assert(
    fc.property(manifests, (manifest) => {
      const live = merge(manifest, {
        metadata: {
          uid: "1",
          resourceVersion: "2",
          generation: 3,
          creationTimestamp: "2026-01-01T00:00:00Z",
          managedFields: [{ manager: "kubectl" }],
          selfLink: "/x",
          finalizers: ["ray.io/gcs-ft-redis-cleanup-finalizer"],
          annotations: { "kubectl.kubernetes.io/last-applied-configuration": "{}" },
        },
        status: { state: "ready" },
      });
      expect(briefly(compared(live, manifest))).toEqual([]);
    }),
  );
});

function recreates(manifest: PlainObject): boolean {
  return JSON.stringify(manifest).includes("Recreate");
}
