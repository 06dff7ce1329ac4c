import fc from "fast-check";
import { expect, test } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import type {
  Change,
  ComparedManifests,
  SpellingDifference,
} from "../../src/diff/compare/manifest-diff.ts";
import { manifests } from "./arbitrary-manifest.ts";
import { briefly, compared } from "./compared.ts";
import { merge } from "./manifests.ts";
import { respelled, shuffled, withDefaults } from "./rewrite-manifest.ts";

// One property, since to compare takes longer than what is asked of it.
test("the way back is the mirror image, inputs stay as they are, and the result is always the same", () => {
  const sides = fc.option(manifests, { nil: undefined, freq: 20 });
  fc.assert(
    fc.property(sides, sides, (old, current) => {
      const text = JSON.stringify([old, current]);
      const there = compared(deepFrozen(old), deepFrozen(current));
      const back = compared(current, old);
      expect(places(back, content)).toEqual(places(there, mirrored));
      expect(back.totals).toEqual({ before: there.totals.after, after: there.totals.before });
      expect(JSON.stringify([old, current])).toBe(text);
      const again = compared(structuredClone(old), structuredClone(current));
      expect(JSON.stringify(again)).toBe(JSON.stringify(there));
    }),
  );
});

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

/**
 * All that differs, be it in meaning or in spelling alone: what the new manifest is refused for, and what it takes from the
 * autoscaler, is a change on the one way and none on the other.
 */
function places(
  { changes, spelling }: ComparedManifests,
  view: (place: Change | SpellingDifference) => unknown,
): readonly string[] {
  return [...changes, ...spelling].map((place) => JSON.stringify(view(place))).sort();
}

/** What must be mirrored; why something has an effect may differ on the way back. */
function content({ path, before, after }: Change | SpellingDifference): unknown {
  return { path, before, after };
}

function mirrored({ path, before, after }: Change | SpellingDifference): unknown {
  return { path, before: after, after: before };
}

function recreates(manifest: PlainObject): boolean {
  return JSON.stringify(manifest).includes("Recreate");
}

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(deepFrozen);
    Object.freeze(value);
  }
  return value;
}
