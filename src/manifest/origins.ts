import type { Path } from "../diagnostics/path.ts";
import type { Origin, Trace } from "./trace.ts";

/** A trace that keeps what it takes down. */
export function collectOrigins(): Trace {
  const marks = new Map<object, Readonly<Record<string, Origin>>>();
  return {
    mark: (object, origins) => void marks.set(object, { ...marks.get(object), ...origins }),
    originOf: (root, path) => {
      let value: unknown = root;
      let found: Origin | undefined;
      for (const [depth, step] of path.entries()) {
        if (typeof value !== "object" || value === null) return undefined;
        const origin = ownValue(marks.get(value), step);
        if (origin !== undefined) found = followed(origin, path.slice(depth + 1));
        value = ownValue(value, step);
      }
      return found;
    },
  };
}

function ownValue<T>(
  object: { readonly [key: string]: T } | undefined,
  step: string | number,
): T | undefined;
function ownValue(object: object | undefined, step: string | number): unknown;
function ownValue(object: object | undefined, step: string | number): unknown {
  return object !== undefined && Object.hasOwn(object, step)
    ? Reflect.get(object, step)
    : undefined;
}

/** In a map or list that users fill, the rest of the path leads on from the field that filled it. */
function followed(origin: Origin, rest: Path): Origin {
  const [input] = origin.inputs;
  if (origin.follows !== true || input === undefined) return origin;
  return { ...origin, inputs: [{ ...input, path: [...input.path, ...rest] }] };
}
